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

  static func string(_ layout: FormulaLayout) -> String { layout.mathML(isSmall: false) }

  /// The whole `<math>`, with its LaTeX for those who copy it.
  static func element(_ layout: FormulaLayout, isBlock: Bool) -> String {
    let latex = escapedForSVG(LaTeXNotation.string(layout).trimmed)
    return "<math\(isBlock ? " display=\"block\"" : "")><semantics>\(string(layout))"
      + "<annotation encoding=\"application/x-tex\">\(latex)</annotation></semantics></math>"
  }
}

extension FormulaLayout {
  /// In scripts, signs stand without spaces around them, which browsers do not see to.
  fileprivate func mathML(isSmall: Bool) -> String {
    func text(_ part: FormulaLayout) -> String { part.mathML(isSmall: isSmall) }
    func script(_ part: FormulaLayout) -> String { part.mathML(isSmall: true) }
    switch self {
    case .row(let parts):
      return "<mrow>\(parts.flatMap(\.signAndTerm).map(text).joined())</mrow>"
    case .number(let digits): return "<mn>\(digits)</mn>"
    case .identifier(let name): return "<mi>\(escapedForSVG(name))</mi>"
    case .function(let name): return "<mi>\(name)</mi>"
    // Spaces at the ends of <mtext> are dropped unless they are no-break spaces.
    case .words(let words):
      return "<mtext>\(escapedForSVG(words).replacing(" ", with: "\u{A0}"))</mtext>"
    case .sign(let sign): return sign.mathML(isSmall: isSmall)
    case .scripts(let base, let lower?, let upper?):
      return "<msubsup>\(text(base))\(script(lower))\(script(upper))</msubsup>"
    case .scripts(let base, let lower?, nil):
      return "<msub>\(text(base))\(script(lower))</msub>"
    case .scripts(let base, nil, let upper?):
      return "<msup>\(text(base))\(script(upper))</msup>"
    case .scripts(let base, nil, nil): return text(base)
    case .fraction(let a, let b): return "<mfrac>\(text(a))\(text(b))</mfrac>"
    case .fenced(let fence, let inner):
      let (opening, closing) = fence == .round ? ("(", ")") : ("[", "]")
      let grows = inner.isTall ? "true" : "false"
      return "<mrow><mo stretchy=\"\(grows)\">\(opening)</mo>\(text(inner))"
        + "<mo stretchy=\"\(grows)\">\(closing)</mo></mrow>"
    case .large(let large, let below, let above?):
      return "<munderover>\(large.mathML)\(script(below))\(script(above))</munderover>"
    case .large(let large, let below, nil):
      return "<munder>\(large.mathML)\(script(below))</munder>"
    case .shaped(let inner, let shape):
      return "<munder>\(text(inner))<mrow class=\"shape\">\(script(shape))</mrow></munder>"
    case .grid(let rows):
      let cells = rows.map { row in
        "<mtr>\(row.map { "<mtd>\(text($0))</mtd>" }.joined())</mtr>"
      }
      return "<mtable>\(cells.joined())</mtable>"
    case .blank: return "<mspace class=\"blank\" width=\"6em\" height=\"1em\"/>"
    case .room(let digits): return "<mphantom><mn>\(digits)</mn></mphantom>"
    case .bound(let number):
      return "<mrow\(number.attributes)>\(text(number.layout))</mrow>"
    case .ones: return "<mn>𝟏</mn>"
    case .transposed: return "<mi mathvariant=\"normal\">T</mi>"
    }
  }
}

extension FormulaLayout {
  /// `+ b` as two elements of the row that it stands in, so that + is between a and b there.
  fileprivate var signAndTerm: [FormulaLayout] {
    if case .row(let parts) = self, parts.first == .sign(.plus) || parts.first == .sign(.minus) {
      return parts
    }
    return [self]
  }
}

extension FormulaLayout.Large {
  /// Limits stand above and below in a line of its own, beside the sign elsewhere.
  fileprivate var mathML: String {
    let space = self == .maximum ? " lspace=\"0\" rspace=\"0.1667em\"" : ""
    return "<mo movablelimits=\"true\"\(space)>\(rawValue)</mo>"
  }
}

extension FormulaLayout.Sign {
  fileprivate func mathML(isSmall: Bool) -> String {
    let tight = isSmall ? " lspace=\"0\" rspace=\"0\"" : ""
    return switch self {
    case .minus: "<mo form=\"infix\"\(tight)>−</mo>"
    // A row may begin with + where a line is broken: it is no sign of a number even there.
    case .plus: "<mo form=\"infix\"\(tight)>+</mo>"
    case .negative: "<mo form=\"prefix\">−</mo>"
    case .partial, .nabla: "<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">\(rawValue)</mo>"
    case .times: "<mo>&#x2062;</mo>"
    case .wideTimes, .timesFunction: "<mo rspace=\"0.1667em\">&#x2062;</mo>"
    case .apply: "<mo rspace=\"0.1667em\">&#x2061;</mo>"
    case .applyFenced: "<mo>&#x2061;</mo>"
    case .prime: "<mo>′</mo>"
    case .opening, .closing: "<mo stretchy=\"false\">\(rawValue)</mo>"
    case .equal, .defined, .notEqual, .greater, .greaterOrEqual, .less, .cross, .dot, .hadamard,
      .hadamardQuotient, .comma:
      "<mo\(tight)>\(escapedForSVG(rawValue))</mo>"
    }
  }
}
