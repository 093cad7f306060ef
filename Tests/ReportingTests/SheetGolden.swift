// One small sheet in each format, to the last character.

import Foundation
import Nabla
import Testing

@Suite struct SheetGolden {
  private let sheet: Sheet
  private let content: SheetContent

  init() throws {
    let example = SheetExample(
      seed: 2, sizes: [1, 1], activations: [], hypothesis: .identity, cost: .quadratic)
    sheet = try Sheet(example.worked(), .question, name: "1-1", fading: 2)
    content = SheetContent(sheet)
  }

  @Test("a question sheet as Markdown")
  func markdown() {
    #expect(
      content.markdown() == #"""
        # Worked example 1-1

        1-1 · questions

        **conventions**: 1-1; identity with quadratic; one example: $`M = 1`$, and 1/$`M`$ is left out; $`\delta`$ is $`\partial J/\partial z`$; log is the natural logarithm; $`\alpha`$ is the learning rate.

        ## Given

        ```math
        x = 0.8 \qquad y = 0.8 \qquad W^{(2)} = -0.8 \qquad b^{(2)} = 0.4
        ```

        ## Forward

        <a id="F1"></a>**F1** $`z_1^{(2)} = w_{11}^{(2)} x_1 + b_1^{(2)} = -0.8 \cdot 0.8 + 0.4 = -0.2400`$ — weighted input: FP1, line 1

        <a id="F2"></a>**F2** $`h_1 = z_1^{(2)} = -0.2400`$ — identity: quadratic identity, line 2

        <a id="F3"></a>**F3** $`J = \frac{1}{2} (h_1 - y_1)^{2} = \frac{1}{2} (-0.2400 - 0.8)^{2} = 0.5408`$ — quadratic identity, line 1

        ## Backward

        <a id="B1"></a>**B1** $`\frac{\partial J}{\partial h_1} = h_1 - y_1 = -0.2400 - 0.8 = -1.0400`$ — slope of the cost: quadratic identity, line 5

        <a id="B2"></a>**B2** $`h'(z_1^{(2)}) = 1`$ — slope of the hypothesis: quadratic identity, line 6

        <a id="B3"></a>**B3** $`\delta_1^{(2)} = h_1 - y_1 = -0.2400 - 0.8 = -1.0400`$ — BP1: quadratic identity, line 7

        <a id="B4"></a>**B4** $`\frac{\partial J}{\partial w_{11}^{(2)}} = \delta_1^{(2)} x_1 = -1.0400 \cdot 0.8 = \underline{\hspace{6em}}`$ — BP3.1, line 6

        <a id="B5"></a>**B5** $`\frac{\partial J}{\partial b_1^{(2)}} = \delta_1^{(2)} = \underline{\hspace{6em}}`$ — BP4.1, line 6

        ## The gradient beside the parameters

        | parameter | value | gradient |
        | :-- | --: | --: |
        | $`w_{11}^{(2)}`$ | −0.8 | $`\underline{\hspace{6em}}`$ |
        | $`b_1^{(2)}`$ | 0.4 | $`\underline{\hspace{6em}}`$ |

        ## Rounding

        **rounding**: 4 decimals; whole numbers without them; below 0.001, 4 digits and a power of ten; halves away from zero. Values are carried with all digits and rounded once, when they are printed.

        """#)
  }

  @Test("a question sheet as LaTeX, behind what all sheets begin with")
  func latex() throws {
    let text = content.latex()
    let start = try #require(text.range(of: "\\renewcommand{\\sheetname}{1")).lowerBound
    #expect(
      text[start...] == #"""
        \renewcommand{\sheetname}{1-1 $\cdot$ questions}
        {\Large\bfseries\raggedright Worked example 1-1\par}
        {\small 1-1 $\cdot$ questions\par}
        \settowidth{\leftside}{$\displaystyle h'(z_1^{(2)})$}

        {\small\raggedright \textbf{conventions}\quad 1-1; identity with quadratic; one example: $M$ $=$ 1, and 1/$M$ is left out; $\delta$ is $\partial$$J$/$\partial$$z$; log is the natural logarithm; $\alpha$ is the learning rate.\par}

        \heading{Given}

        $x = 0.8$\qquad $y = 0.8$\qquad $W^{(2)} = -0.8$\qquad $b^{(2)} = 0.4$\par

        \heading{Forward}

        \sheetline{F1}{z_1^{(2)}}{& = w_{11}^{(2)} x_1 + b_1^{(2)} = -0.8 \cdot 0.8 + 0.4 = -0.2400}{weighted input: FP1, line 1}
        \sheetline{F2}{h_1}{& = z_1^{(2)} = -0.2400}{identity: quadratic identity, line 2}
        \sheetline{F3}{J}{& = \frac{1}{2} (h_1 - y_1)^{2} = \frac{1}{2} (-0.2400 - 0.8)^{2} = 0.5408}{quadratic identity, line 1}

        \heading{Backward}

        \sheetline{B1}{\frac{\partial J}{\partial h_1}}{& = h_1 - y_1 = -0.2400 - 0.8 = -1.0400}{slope of the cost: quadratic identity, line 5}
        \sheetline{B2}{h'(z_1^{(2)})}{& = 1}{slope of the hypothesis: quadratic identity, line 6}
        \sheetline{B3}{\delta_1^{(2)}}{& = h_1 - y_1 = -0.2400 - 0.8 = -1.0400}{BP1: quadratic identity, line 7}

        \sheetline{B4}{\frac{\partial J}{\partial w_{11}^{(2)}}}{& = \delta_1^{(2)} x_1 = -1.0400 \cdot 0.8 = \underline{\hspace{6em}}}{BP3.1, line 6}
        \sheetline{B5}{\frac{\partial J}{\partial b_1^{(2)}}}{& = \delta_1^{(2)} = \underline{\hspace{6em}}}{BP4.1, line 6}

        \heading{The gradient beside the parameters}

        {\small\renewcommand{\arraystretch}{1.3}
        \begin{tabular}{@{}lrr@{}}
        \textit{parameter} & \textit{value} & \textit{gradient} \\ \hline
        $w_{11}^{(2)}$ & $-0.8$ & $\underline{\hspace{6em}}$ \\
        $b_1^{(2)}$ & $0.4$ & $\underline{\hspace{6em}}$ \\
        \end{tabular}\par}

        \heading{Rounding}

        {\small\raggedright \textbf{rounding}\quad 4 decimals; whole numbers without them; below 0.001, 4 digits and a power of ten; halves away from zero. Values are carried with all digits and rounded once, when they are printed.\par}

        \end{document}

        """#)
  }

  @Test("a line, a blank and a table on a page")
  func html() {
    let page = content.html()
    func part(_ start: String, _ end: String) -> String {
      start + page.everything(between: start, and: end)[0]
    }
    #expect(
      part("<li id=\"B3\"", "</li>") == #"""
        <li id="B3">
        <a class="number" href="#B3">B3</a>
        <div class="left"><math><semantics><msubsup><mi>δ</mi><mn>1</mn><mrow><mo stretchy="false">(</mo><mn>2</mn><mo stretchy="false">)</mo></mrow></msubsup><annotation encoding="application/x-tex">\delta_1^{(2)}</annotation></semantics></math></div>
        <div class="right"><math><semantics><mrow><mo>=</mo><mrow><msub><mi>h</mi><mn>1</mn></msub><mo form="infix">−</mo><msub><mi>y</mi><mn>1</mn></msub></mrow></mrow><annotation encoding="application/x-tex">= h_1 - y_1</annotation></semantics></math> <math><semantics><mrow><mo>=</mo><mrow><mrow><mo form="prefix">−</mo><mn>0.2400</mn></mrow><mo form="infix">−</mo><mn>0.8</mn></mrow></mrow><annotation encoding="application/x-tex">= -0.2400 - 0.8</annotation></semantics></math> <math><semantics><mrow><mo>=</mo><mrow><mo form="prefix">−</mo><mn>1.0400</mn></mrow></mrow><annotation encoding="application/x-tex">= -1.0400</annotation></semantics></math></div>
        <p class="why">BP1: quadratic identity, line 7</p>

        """#)
    #expect(
      part("<li id=\"B5\"", "</li>") == #"""
        <li id="B5" class="open">
        <a class="number" href="#B5">B5</a>
        <div class="left"><math><semantics><mfrac><mrow><mo form="prefix" lspace="0" rspace="0">∂</mo><mi>J</mi></mrow><mrow><mo form="prefix" lspace="0" rspace="0">∂</mo><msubsup><mi>b</mi><mn>1</mn><mrow><mo stretchy="false">(</mo><mn>2</mn><mo stretchy="false">)</mo></mrow></msubsup></mrow></mfrac><annotation encoding="application/x-tex">\frac{\partial J}{\partial b_1^{(2)}}</annotation></semantics></math></div>
        <div class="right"><math><semantics><mrow><mo>=</mo><msubsup><mi>δ</mi><mn>1</mn><mrow><mo stretchy="false">(</mo><mn>2</mn><mo stretchy="false">)</mo></mrow></msubsup></mrow><annotation encoding="application/x-tex">= \delta_1^{(2)}</annotation></semantics></math> <math><semantics><mrow><mo>=</mo><mspace class="blank" width="6em" height="1em"/></mrow><annotation encoding="application/x-tex">= \underline{\hspace{6em}}</annotation></semantics></math></div>
        <p class="why">BP4.1, line 6</p>

        """#)
    #expect(
      part("<table>", "</table>") == #"""
        <table>
        <thead><tr><th scope="col">parameter</th><th scope="col" class="numbers">value</th><th scope="col" class="numbers">gradient</th></tr></thead>
        <tbody>
        <tr><td><math><msubsup><mi>w</mi><mrow><mn>1</mn><mn>1</mn></mrow><mrow><mo stretchy="false">(</mo><mn>2</mn><mo stretchy="false">)</mo></mrow></msubsup></math></td><td class="numbers"><math><mrow><mo form="prefix">−</mo><mn>0.8</mn></mrow></math></td><td class="numbers"><math><mspace class="blank" width="6em" height="1em"/></math></td></tr>
        <tr><td><math><msubsup><mi>b</mi><mn>1</mn><mrow><mo stretchy="false">(</mo><mn>2</mn><mo stretchy="false">)</mo></mrow></msubsup></math></td><td class="numbers"><math><mn>0.4</mn></math></td><td class="numbers"><math><mspace class="blank" width="6em" height="1em"/></math></td></tr>
        </tbody>

        """#)
  }
}
