// Formulas in LaTeX, with the commands of amsmath only.

public import Deriving
public import Notation

/// Writes formulas in LaTeX.
///
///     δ_k^(L) = 1/M (h_k − y_k)      \delta_k^{(L)} = \frac{1}{M} (h_k - y_k)
///
/// Parentheses grow (`\left( … \right)`) only around what is higher than a letter with indices: TeX
/// sets a space before those that do, which `g(z)` must not have.
public enum LaTeXNotation {
  /// A formula in index notation.
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

  static func string(_ layout: FormulaLayout) -> String { layout.latex(isSmall: false) }
}

extension FormulaLayout {
  /// In scripts, signs stand without spaces around them.
  fileprivate func latex(isSmall: Bool) -> String {
    func text(_ part: FormulaLayout) -> String { part.latex(isSmall: isSmall) }
    switch self {
    case .row(let parts): return parts.reduce(into: "") { $0.append(command: text($1)) }
    case .number(let digits): return digits
    case .identifier(let name): return LaTeXSymbols.letter(name)
    case .function(let name): return LaTeXSymbols.function(name)
    case .words(let words): return "\\text{\(LaTeXText.escaped(words))} "
    case .sign(let sign): return LaTeXSymbols.sign(sign, isSmall: isSmall)
    case .scripts(let base, let lower, let upper):
      return text(base) + (lower.map { "_" + $0.latexScript } ?? "")
        + (upper.map { $0.isPrimes ? text($0) : "^{\($0.latex(isSmall: true).trimmed)}" } ?? "")
    case .fraction(let a, let b): return "\\frac{\(text(a))}{\(text(b))}"
    case .fenced(let fence, let inner):
      let (opening, closing) = fence == .round ? ("(", ")") : ("[", "]")
      return inner.isTall
        ? "\\left\(opening) \(text(inner)) \\right\(closing)" : opening + text(inner) + closing
    case .large(let large, let below, let above):
      return LaTeXSymbols.large(large) + "_{\(below.latex(isSmall: true))}"
        + (above.map { "^{\($0.latex(isSmall: true))}" } ?? "") + " "
    case .shaped(let inner, let shape):
      return "\\underset{\(shape.latex(isSmall: true))}{\(text(inner))}"
    case .grid(let rows):
      let columns = String(repeating: "r", count: rows.first?.count ?? 0)
      return "\\begin{array}{\(columns)} "
        + rows.map { $0.map(text).joined(separator: " & ") }.joined(separator: " \\\\ ")
        + " \\end{array}"
    case .blank: return "\\underline{\\hspace{6em}}"
    case .room(let digits): return "\\phantom{\(digits)}"
    case .bound(let number): return text(number.layout)
    case .ones: return "\\mathbf{1}"
    case .transposed: return "\\mathsf{T}"
    }
  }

  /// `k`, `{ij}`, `{\ell}`.
  private var latexScript: String {
    let script = latex(isSmall: true)
    return script.count == 1 ? script : "{\(script)}"
  }

  private var isPrimes: Bool {
    switch self {
    case .sign(.prime): true
    case .row(let parts): !parts.isEmpty && parts.allSatisfy(\.isPrimes)
    default: false
    }
  }
}

extension String {
  /// Without the spaces around a sign that stands first or last.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Appends LaTeX, with a space where a letter would lengthen the command before it.
  fileprivate mutating func append(command next: String) {
    let name = reversed().prefix { $0.isASCII && $0.isLetter }
    let endsInCommand = !name.isEmpty && dropLast(name.count).last == "\\"
    if endsInCommand, let first = next.first, first.isASCII && first.isLetter { self += " " }
    if last == " ", next.first == " " { removeLast() }
    self += next
  }
}
