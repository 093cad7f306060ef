// Derivations as Markdown, to the last character outside formulas.

import Nabla
import Testing

@Suite struct DerivationMarkdown {
  @Test("A derivation as Markdown, without its formulas")
  func words() {
    #expect(
      HandMadeDerivation.wrong.markdown().withoutFormulas == #"""
        # log-loss with softmax: the error of the output layer

        \[W\] §8.3, B.2

        - one example, whose index \($`…`$\) is left out
        - $`…`$ is 1 where $`…`$, and 0 elsewhere
        - $`…`$ works entry by entry.
        - Functions of matrices work entry by entry.
        - $`…`$ is the transpose.

        | symbol | meaning | as a whole |
        | :-- | :-- | :-- |
        | $`…`$ | weighted input |  |
        | $`…`$ | output | all $`…`$ and examples: $`…`$ ($`…`$) |
        | $`…`$ | $`…`$, the error |  |

        <a id="s1"></a>**1**

        ```math
        …
        ```

        definition of log-loss

        <a id="s2"></a>**2**

        ```math
        …
        ```

        definition of softmax

        <a id="s3"></a>**3**

        ```math
        …
        ```

        definition of $`…`$

        <a id="s4"></a>**4**

        ```math
        …
        ```

        chain rule: $`…`$ depends on $`…`$ through every $`…`$ · measured ✓

        > <a id="s5a"></a>**5a** $`…`$ — quotient rule · measured ✓
        >
        > <a id="s5b"></a>**5b** $`…`$ — use 2 twice · = [5a](#s5a) ✓ · measured ✓

        <a id="s5"></a>**5**

        ```math
        …
        ```

        substeps 5a and 5b · sides ✓ · measured ✓

        <a id="s6"></a>**6**

        ```math
        …
        ```

        put 1 and 5 into 4 · = [4](#s4) ✓ · measured ✓

        <a id="s7"></a>**7**

        ```math
        …
        ```

        cancel $`…`$ · = [6](#s6) ✓ · measured ✓

        - $`…`$ always: a softmax output is positive

        <a id="s8"></a>**8**

        ```math
        …
        ```

        the targets sum to 1 · = [7](#s7) ✗ · measured ✗

        - $`…`$ is needed: on a network where it does not hold the line is measured to be wrong ✓
        - ✗ differs from its left side or line 7 by up to 0.25 &gt; 1e-12, in 12 places
        - ✗ differs from what differences measure by up to 0.25 &gt; 9.4e-10, in 12 places

        <a id="s9"></a>**9**

        ```math
        …
        ```

        collect the entries · measured ✓

        <a id="s10"></a>**10**

        ```math
        …
        ```

        collect the entries · measured ✓

        **Result**

        ```math
        …
        ```

        ## Checks

        **✗** 12 lines, 16 checks, not all passed: line 8. What is checked: each line equals line n \(= n ✓\), or both its sides are equal \(sides ✓\), to 1e-12 of their size; it agrees with difference quotients within their bound \(measured ✓\); the rules, used again, lead to it

        Networks: 1-3, seed 4; 2-2-3, seed 5

        ## Remarks

        - \[V\] \(9\) prints the sum without its minus.

        """#)
  }

  @Test("Every formula stands in a block of its own, or in the paragraph of its smaller step")
  func formulas() {
    let markdown = HandMadeDerivation.right.markdown()
    for step in HandMadeDerivation.derivation.lines {
      let latex = LaTeXNotation.string(step.equation, understoodExample: .m)
      let isSubstep = step.id.last?.isLetter ?? false
      let place = isSubstep ? "$`\\displaystyle \(latex)`$" : "\n```math\n\(latex)\n```\n"
      #expect(markdown.contains(place))
    }
  }
}

extension String {
  /// The text with … for what is between fences, and between $` and `$.
  var withoutFormulas: String {
    replacing(/\n(> )?[^\n]*\n(> )?```\n/) { "\n\($0.1 ?? "")…\n\($0.2 ?? "")```\n" }
      .replacing(/\$`[^`]*`\$/, with: "$`…`$")
  }
}
