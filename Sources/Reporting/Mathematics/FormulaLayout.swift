// How a formula lies on paper, before it is spelled in LaTeX or MathML: one place decides on
// parentheses and on what is left out, so that the two cannot disagree.

/// Rows, fractions and scripts, with every parenthesis that they need.
indirect enum FormulaLayout: Hashable, Sendable {
  case row([FormulaLayout])
  case number(String)
  /// A letter in italics, in our own characters: h, δ, ℓ.
  case identifier(String)
  /// A name that is written upright: log, max.
  case function(String)
  /// Words between formulas: "where".
  case words(String)
  case sign(Sign)
  case scripts(FormulaLayout, lower: FormulaLayout?, upper: FormulaLayout?)
  case fraction(FormulaLayout, FormulaLayout)
  case fenced(Fence, FormulaLayout)
  /// Σ, ∏ or max, with what stands below and above it.
  case large(Large, below: FormulaLayout, above: FormulaLayout?)
  /// A symbol with its shape under it.
  case shaped(FormulaLayout, shape: FormulaLayout)
  /// Rows of a matrix of numbers, without its parentheses.
  case grid([[FormulaLayout]])
  /// A rule to write on.
  case blank
  /// The room of some digits, so that decimal points stand below each other.
  case room(String)
  /// A number that stands for a letter.
  case bound(BoundNumber)
  /// The bold 1 of a vector of ones.
  case ones
  /// The T of a transpose.
  case transposed

  enum Fence: Hashable, Sendable { case round, square }

  enum Large: String, Hashable, Sendable {
    case sum = "∑"
    case product = "∏"
    case maximum = "max"
  }

  enum Sign: String, Hashable, Sendable {
    case plus = "+"
    case minus = "−"
    /// The minus before a term.
    case negative = "-"
    case equal = "="
    case defined = ":="
    case notEqual = "≠"
    case greater = ">"
    case greaterOrEqual = "≥"
    case less = "<"
    case cross = "×"
    case dot = "·"
    case hadamard = "⊙"
    case hadamardQuotient = "⊘"
    case comma = ","
    case partial = "∂"
    case nabla = "∇"
    case prime = "′"
    /// Parentheses whose other half stands in another row.
    case opening = "("
    case closing = ")"
    /// Factors side by side; between two fractions a little apart; before a function's name.
    case times, wideTimes, timesFunction
    /// Between a function's name and what it is applied to, without parentheses and with them.
    case apply, applyFenced
  }
}

extension FormulaLayout {
  static let nothing = FormulaLayout.row([])

  /// Round parentheses around a formula.
  var inParentheses: FormulaLayout { .fenced(.round, self) }

  /// With an exponent: above the index, where there is one and nothing above it.
  func raised(to exponent: FormulaLayout) -> FormulaLayout {
    if case .scripts(let base, let lower, nil) = self {
      return .scripts(base, lower: lower, upper: exponent)
    }
    return .scripts(self, lower: nil, upper: exponent)
  }

  /// Whether it is higher than a letter with indices, so that fences around it must grow.
  var isTall: Bool {
    switch self {
    case .fraction, .large: true
    case .grid(let rows): rows.count > 1
    case .row(let parts): parts.contains(where: \.isTall)
    case .scripts(let base, _, let upper): base.isTall || upper?.isTall ?? false
    case .fenced(_, let inner): inner.isTall
    case .shaped(let inner, _): inner.isTall
    default: false
    }
  }

  var isFraction: Bool {
    switch self {
    case .fraction: true
    case .row(let parts): parts.first?.isFraction ?? false
    default: false
    }
  }

  /// About how wide it is, in letters of text size.
  var width: Double {
    switch self {
    case .row(let parts): parts.reduce(0) { $0 + $1.width }
    case .number(let text), .function(let text), .words(let text), .room(let text):
      Double(text.count)
    case .blank: 12
    case .grid(let rows):
      (rows.first ?? []).indices.reduce(0) { sum, column in
        sum + 2 + (rows.map { $0[column].width }.max() ?? 0)
      }
    case .identifier, .ones, .transposed: 1.1
    case .sign(let sign): sign.width
    case .scripts(let base, let lower, let upper):
      base.width + 0.7 * Swift.max(lower?.width ?? 0, upper?.width ?? 0)
    case .fraction(let a, let b): Swift.max(a.width, b.width) + 0.5
    case .fenced(_, let inner): inner.width + (inner.isTall ? 2.4 : 1.6)
    case .large(_, let below, let above):
      Swift.max(2.6, 0.7 * below.width, 0.7 * (above?.width ?? 0)) + 0.4
    case .shaped(let inner, let shape): Swift.max(inner.width, 0.7 * shape.width)
    case .bound(let number): number.layout.width
    }
  }
}

extension FormulaLayout.Sign {
  fileprivate var width: Double {
    switch self {
    case .plus, .minus, .equal, .notEqual, .greater, .greaterOrEqual, .less, .cross, .hadamard,
      .hadamardQuotient:
      2.4
    case .defined: 3
    case .opening, .closing: 0.8
    case .negative, .partial, .nabla, .comma, .dot: 1.5
    case .prime, .wideTimes, .timesFunction, .apply: 0.4
    case .times, .applyFenced: 0
    }
  }
}
