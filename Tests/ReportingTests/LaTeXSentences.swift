// Sentences with notation in them, in LaTeX and in HTML.

import Testing

@testable import Reporting

@Suite struct LaTeXSentences {
  @Test(
    "a sentence in LaTeX",
    arguments: [
      ("Σ_k y_k = 1", #"$\sum_{k}$ $y_k$ $=$ 1"#),
      (
        "δ_i^(L) always means ∂J/∂z_i^(L)",
        #"$\delta_i^{(L)}$ always means $\partial$$J$/$\partial$$z_i^{(L)}$"#
      ),
      ("[i=k] is 1 if i = k", #"$[i = k]$ is 1 if $i$ $=$ $k$"#),
      ("W^(ℓ+1) is s_ℓ+1 × s_ℓ", #"$W^{(\ell+1)}$ is $s_{\ell+1}$ $\times$ $s_{\ell}$"#),
      ("s_(ℓ−1) and Σ_(k≠i)", #"$s_{\ell-1}$ and $\sum_{k \ne i}$"#),
      ("∇_(W^(ℓ)) J", #"$\nabla_{W^{(\ell)}}$ $J$"#),
      ("e^(−z_k) and e^x", #"$e^{-z_k}$ and $e^{x}$"#),
      ("h_ik^(ℓ−1)(m)", #"$h_{ik}^{(\ell-1)(m)}$"#),
      ("put a 6a into 4, e.g. it's A-level", #"put a 6a into 4, e.g. it's A-level"#),
      ("g′(z) at 0", #"$g'$($z$) at 0"#),
      ("10⁻¹² of x²", #"10$^{-12}$ of x$^{2}$"#),
      (##"50 % & #1 {a_b} ~ ^ \"##, ##"50 \% \& \#1 \{$a_b$\} $\sim$ \^{} $\backslash$"##),
      ("“so” – …", #"``so'' -- \dots{}"#),
      ("3 < 4", "3 $<$ 4"),
      ("a = g(z), a sum", "$a$ $=$ $g$($z$), a sum"),
    ])
  func latex(_ sentence: String, _ expected: String) {
    #expect(LaTeXText.sentence(sentence) == expected)
  }

  @Test(
    "a sentence in Markdown",
    arguments: [
      ("δ_i is ∂J/∂z_i^(L), always", #"$`\delta_i`$ is $`\partial J/\partial z_i^{(L)}`$, always"#),
      ("the targets sum to 1: Σ_k y_k = 1", #"the targets sum to 1: $`\sum_{k} y_k = 1`$"#),
      ("a = g(z), a sum", "$`a = g(z)`$, a sum"),
      ("g′(z) at 0", "$`g'(z)`$ at 0"),
      ("⊙ and ⊘ work", #"$`\odot`$ and $`\oslash`$ work"#),
      ("node j of layer ℓ−1", #"node $`j`$ of layer $`\ell-1`$"#),
      ("h > 0. Then x = 2.5", "$`h > 0`$. Then $`x`$ = 2.5"),
      ("h_k (output k)", "$`h_k`$ \\(output $`k`$\\)"),
      ("[i=k] is 1 where i = k", "$`[i = k]`$ is 1 where $`i = k`$"),
      ("put 5 and 6a into *4*", #"put 5 and 6a into \*4\*"#),
    ])
  func markdown(_ sentence: String, _ expected: String) {
    #expect(MarkdownText.sentence(sentence) == expected)
  }

  @Test(
    "a sentence in HTML",
    arguments: [
      ("if h_k > 0", "if <math><msub><mi>h</mi><mrow><mi>k</mi></mrow></msub></math> &gt; 0"),
      ("node k", "node <math><mi>k</mi></math>"),
      ("to 10⁻¹²", "to 10<sup>−12</sup>"),
      ("<bc> & \"a\"", "&lt;bc&gt; &amp; &quot;a&quot;"),
    ])
  func html(_ sentence: String, _ expected: String) {
    #expect(HTMLText.sentence(sentence) == expected)
  }
}
