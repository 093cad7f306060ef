// A derivation as a LaTeX file: what it says, and that it compiles.

import Foundation
import Nabla
import Testing

@Suite struct LaTeXDocument {
  private let text = LaTeXExample.checked.latex()

  @Test("the lines of a LaTeX file have the numbers of the derivation, in its order")
  func numbers() {
    #expect(
      text.everything(between: "\\tag{", and: "}") == LaTeXExample.derivation.lines.map(\.id))
  }

  @Test("amsmath is the only package")
  func packages() {
    #expect(text.everything(between: "\\usepackage{", and: "}") == ["amsmath"])
    #expect(text.everything(between: "\\usepackage[", and: "]").isEmpty)
  }

  @Test("a line has its reason, what it needs, and its number")
  func line() {
    #expect(
      text.contains(
        #"""
        \frac{\partial J}{\partial h_k} &= -\frac{y_k}{h_k} && \reason{derivative of the logarithm; needs $h_k \ne 0$} \tag{5} \\
        """#))
  }

  @Test("a matrix line has the shapes below the symbols")
  func shapes() {
    #expect(
      text.contains(
        #"""
        \intertext{With whole vectors and matrices, their shapes below them:}
        \underset{K \times M}{\Delta^{(L)}} &= \frac{1}{M} \, (\underset{K \times M}{H} - \underset{K \times M}{Y}) && \reason{collect the entries of all $i$ and $m$} \tag{12}
        """#))
  }

  @Test("conditions, counts and limits are said, differences are not")
  func words() {
    #expect(text.contains(#"Lines 5 and 8 need $h_k \ne 0$, which always holds: a softmax"#))
    #expect(text.contains("13 lines, 18 checks: all pass."))
    #expect(text.contains("to 10$^{-12}$ of their size"))
    #expect(!text.contains("e-17") && !text.contains("e-9"))
  }

  @Test("a long line is broken before its signs")
  func long() {
    let rows = LaTeXExample.hostile.latex().components(separatedBy: "\n")
    #expect(rows.contains { $0.hasPrefix(#"&\quad {} + 4 w_{ij}^{(\ell)}"#) })
    #expect(rows.contains { $0.hasPrefix(#"&\quad {} \cdot \frac{\partial}{\partial x_i}"#) })
  }

  @Test(
    "pdflatex compiles it, without a line that sticks out",
    .enabled(if: LaTeXTool.latex != nil, "pdflatex is not installed"))
  func compiles() throws {
    let text = CheckedDerivation.latex([LaTeXExample.checked, LaTeXExample.hostile])
    let (status, output) = try LaTeXTool.withFolder { folder in
      try text.write(
        to: folder.appendingPathComponent("derivation.tex"), atomically: true, encoding: .utf8)
      return try #require(LaTeXTool.latex).run(
        ["-interaction=nonstopmode", "-halt-on-error", "derivation.tex"], in: folder)
    }
    #expect(status == 0, "\(output)")
    #expect(!output.contains("Overfull"), "\(output)")
  }
}
