// Formulas in LaTeX: for now as text.

public import Deriving
public import Notation

/// Writes formulas in LaTeX.
public enum LaTeXNotation {
  /// A formula in index notation.
  public static func string(_ expression: Expression, understoodExample: Index?) -> String {
    TextNotation.string(expression, understoodExample: understoodExample)
  }

  /// One side of an equation.
  public static func string(_ formula: Formula, understoodExample: Index?) -> String {
    TextNotation.string(formula, understoodExample: understoodExample)
  }

  /// A whole line.
  public static func string(_ equation: Equation, understoodExample: Index?) -> String {
    TextNotation.string(equation, understoodExample: understoodExample)
  }
}
