// Formulas as plain text, in Unicode or in ASCII.

public import Deriving
public import Notation

/// Writes formulas as plain text.
///
///     δ_k^(L) = 1/M (h_k − y_k)        delta_k^(L) = 1/M (h_k - y_k)
///
/// Parentheses are as few as can be read without doubt: a sum below Σ has them, Σ has them before
/// another factor, a factor that is negative or a sum has them. A fraction beside another factor is set
/// off by ·, except a coefficient like 1/M in front. Products of matrices bind more strongly than ⊙ and ⊘,
/// and `1_M` is the vector of M ones. In ASCII ⊙ is `.*`, ⊘ is `./`, and ᵀ is `'`.
///
/// Each function leaves out the example `understoodExample`, except below a Σ over it.
public enum TextNotation {
  /// A formula in index notation.
  public static func string(
    _ expression: Expression, understoodExample: Index? = nil,
    charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(expression).spelled(charset).text
  }

  /// A letter with its indices.
  public static func string(
    _ letter: Letter, understoodExample: Index? = nil, charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(letter).spelled(charset).text
  }

  /// A formula of matrices.
  public static func string(
    _ matrix: MatrixExpression, understoodExample: Index? = nil,
    charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(matrix).spelled(charset).text
  }

  /// One side of a line.
  public static func string(
    _ formula: Formula, understoodExample: Index? = nil, charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(formula).spelled(charset).text
  }

  /// A whole line.
  public static func string(
    _ equation: Equation, understoodExample: Index? = nil, charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(equation).spelled(charset).text
  }

  /// What a line needs: `Σ_k y_k = 1`.
  public static func string(
    _ statement: Condition.Statement, understoodExample: Index? = nil,
    charset: TextStyle.Charset = .unicode
  ) -> String {
    NotationWriter(understoodExample: understoodExample).written(statement).spelled(charset).text
  }
}
