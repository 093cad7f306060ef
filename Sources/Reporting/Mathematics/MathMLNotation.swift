// Formulas in MathML Core: what browsers show without scripts and fonts of their own.

public import Deriving
public import Notation

/// Writes formulas in MathML Core.
///
/// Parentheses say themselves whether they grow, since some browsers stretch all of them; there is
/// no `mfenced` and no attribute of tables, which Core left out.
public enum MathMLNotation {
  /// A formula in index notation, as one element to stand inside `<math>`.
  ///
  /// - Parameter understoodExample: an example index that is left out, except under a Σ over it.
  public static func string(_ expression: Expression, understoodExample: Index?) -> String {
    string(FormulaBuilder(understoodExample: understoodExample).layout(expression))
  }

  /// One side of an equation.
  public static func string(_ formula: Formula, understoodExample: Index?) -> String {
    string(FormulaBuilder(understoodExample: understoodExample).layout(formula))
  }

  /// A whole line.
  public static func string(_ equation: Equation, understoodExample: Index?) -> String {
    string(FormulaBuilder(understoodExample: understoodExample).layout(equation))
  }

  static func string(_ layout: FormulaLayout) -> String { layout.mathML }

  /// The whole `<math>`, with its LaTeX for those who copy it.
  static func element(_ layout: FormulaLayout, isBlock: Bool) -> String {
    let latex = escapedForSVG(LaTeXNotation.string(layout))
    return "<math\(isBlock ? " display=\"block\"" : "")><semantics>\(layout.mathML)"
      + "<annotation encoding=\"application/x-tex\">\(latex)</annotation></semantics></math>"
  }
}

extension FormulaLayout {
  fileprivate var mathML: String {
    switch self {
    case .row(let parts): return "<mrow>\(parts.map(\.mathML).joined())</mrow>"
    case .number(let digits): return "<mn>\(digits)</mn>"
    case .identifier(let name): return "<mi>\(escapedForSVG(name))</mi>"
    case .function(let name): return "<mi>\(name)</mi>"
    case .words(let words): return "<mtext>\(words.spacesKept)</mtext>"
    case .sign(let sign): return sign.mathML
    case .scripts(let base, let lower?, let upper?):
      return "<msubsup>\(base.mathML)\(lower.mathML)\(upper.mathML)</msubsup>"
    case .scripts(let base, let lower?, nil):
      return "<msub>\(base.mathML)\(lower.mathML)</msub>"
    case .scripts(let base, nil, let upper?):
      return "<msup>\(base.mathML)\(upper.mathML)</msup>"
    case .scripts(let base, nil, nil): return base.mathML
    case .fraction(let a, let b): return "<mfrac>\(a.mathML)\(b.mathML)</mfrac>"
    case .fenced(let fence, let inner):
      let (opening, closing) = fence == .round ? ("(", ")") : ("[", "]")
      let grows = inner.isTall ? "true" : "false"
      return "<mrow><mo stretchy=\"\(grows)\">\(opening)</mo>\(inner.mathML)"
        + "<mo stretchy=\"\(grows)\">\(closing)</mo></mrow>"
    case .large(.maximum, let below, _):
      return "<munder><mo movablelimits=\"true\" lspace=\"0\" rspace=\"0.1667em\">max</mo>"
        + "\(below.mathML)</munder>"
    case .large(let large, let below, let above?):
      return "<munderover>\(large.mathML)\(below.mathML)\(above.mathML)</munderover>"
    case .large(let large, let below, nil):
      return "<munder>\(large.mathML)\(below.mathML)</munder>"
    case .shaped(let inner, let shape):
      return "<munder>\(inner.mathML)<mrow class=\"shape\">\(shape.mathML)</mrow></munder>"
    case .ones: return "<mn>𝟏</mn>"
    case .transposed: return "<mi mathvariant=\"normal\">T</mi>"
    }
  }
}

extension FormulaLayout.Large {
  fileprivate var mathML: String { "<mo movablelimits=\"true\">\(rawValue)</mo>" }
}

extension FormulaLayout.Sign {
  fileprivate var mathML: String {
    switch self {
    case .greater: "<mo>&gt;</mo>"
    case .less: "<mo>&lt;</mo>"
    case .minus: "<mo form=\"infix\">−</mo>"
    case .negative: "<mo form=\"prefix\">−</mo>"
    case .partial, .nabla: "<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">\(rawValue)</mo>"
    case .times: "<mo>&#x2062;</mo>"
    case .wideTimes, .timesFunction: "<mo rspace=\"0.1667em\">&#x2062;</mo>"
    case .apply: "<mo rspace=\"0.1667em\">&#x2061;</mo>"
    case .applyFenced: "<mo>&#x2061;</mo>"
    case .plus, .equal, .defined, .notEqual, .greaterOrEqual, .cross, .dot, .hadamard,
      .hadamardQuotient, .comma, .prime:
      "<mo>\(rawValue)</mo>"
    }
  }
}

extension String {
  /// Spaces at the ends of `<mtext>` are dropped unless they are no-break spaces.
  fileprivate var spacesKept: String { escapedForSVG(self).replacing(" ", with: "\u{A0}") }
}
