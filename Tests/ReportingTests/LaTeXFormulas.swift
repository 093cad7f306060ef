// Formulas in LaTeX, to the last character.

import Nabla
import Notation
import Testing

@testable import Deriving

@Suite struct LaTeXFormulas {
  @Test("a formula in LaTeX", arguments: FormulaExamples.scalars)
  func scalar(_ example: FormulaExamples.Scalar) {
    #expect(LaTeXNotation.string(example.formula, understoodExample: .m) == example.latex)
  }
  @Test("a matrix formula in LaTeX", arguments: FormulaExamples.matrices)
  func matrix(_ example: FormulaExamples.Matrix) {
    #expect(LaTeXNotation.string(.matrix(example.formula), understoodExample: .m) == example.latex)
  }
}
