// A formula as text, not yet one string: pieces that stay whole, how strongly they hold together, and
// where a line may be broken between them.

/// A formula in characters.
///
/// Formulas of numbers and of matrices are put together by the same operations, which set the
/// parentheses: each part knows its `strength`, each place asks for one.
struct WrittenFormula: Sendable {
  var pieces: [Piece]
  var strength: Strength
  /// The same with a bracket of its own, `log(h_k)` for `log h_k`, for places where a factor follows.
  var closed: [Piece]?
  /// A number or a fraction of counts, 2, 1/M, λ/(2M): it stands in front with a space.
  var isCoefficient = false
  /// A number that stands where a letter was: it is set off by · from whatever comes behind it.
  var isNumeral = false

  struct Piece: Sendable {
    /// What stands between it and the piece before; left out at the start of a line.
    var gap = ""
    var text: String
    /// Whether a line may begin with it, and how bad that would be.
    var level: Int?
    /// Whether it belongs to a part that is pointed at.
    var isMarked = false
  }

  /// How strongly a formula holds together, from the weakest.
  ///
  /// A product of matrices binds its factors more strongly than ⊙ does.
  enum Strength: Int, Comparable, Sendable {
    case clause
    case sum
    case negative
    case elementwise
    case product
    /// Open to the right: `Σ_k …`, `log h_k`.
    case open
    case quotient
    /// With brackets of its own: `log(1 − h_k)`.
    case application
    case power
    /// A letter with something above it, that an exponent would collide with.
    case raisedLetter
    case atom

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  init(_ pieces: [Piece], _ strength: Strength, closed: [Piece]? = nil) {
    self.pieces = pieces
    self.strength = strength
    self.closed = closed
  }

  init(_ text: String, _ strength: Strength = .atom) {
    self.init([Piece(text: text)], strength)
  }

  /// The whole text on one line.
  var text: String { pieces.dropFirst().reduce(pieces.first?.text ?? "") { $0 + $1.gap + $1.text } }

  /// The pieces in ASCII or as they are.
  func spelled(_ charset: TextStyle.Charset) -> WrittenFormula {
    guard charset == .ascii else { return self }
    var spelled = self
    for position in pieces.indices {
      spelled.pieces[position].text = pieces[position].text.notationInASCII
    }
    return spelled
  }
}

// MARK: - Levels of breaks, from the best

extension WrittenFormula {
  /// Before + and −.
  static let atSign = 0
  /// Before ·, ⊙ and ⊘.
  static let atDot = 1
  /// Between factors that are only set beside each other.
  static let atSpace = 2
  /// What a pair of brackets adds.
  static let depth = 8

  var inParentheses: WrittenFormula { enclosed("(", ")") }

  /// The formula between brackets, where lines are better not broken.
  func enclosed(_ open: String, _ close: String, _ strength: Strength = .atom) -> WrittenFormula {
    let inner = pieces.map { piece in
      var inner = piece
      inner.level = piece.level.map { $0 + Self.depth }
      return inner
    }
    return WrittenFormula(
      [Piece(text: open)] + inner.following("") + [Piece(text: close)], strength)
  }

  /// In parentheses where it holds together less than its place asks for.
  func inside(_ place: Strength) -> WrittenFormula {
    strength < place ? inParentheses : self
  }

  /// In brackets of its own or in parentheses, where it is open to the right.
  var withEnd: WrittenFormula {
    guard strength == .open else { return self }
    return closed.map { WrittenFormula($0, .application) } ?? inParentheses
  }
}

extension [WrittenFormula.Piece] {
  /// The pieces behind others, with a gap before them.
  func following(_ gap: String, level: Int? = nil) -> Self {
    guard let first else { return self }
    var pieces = self
    pieces[0] = WrittenFormula.Piece(
      gap: gap, text: first.text, level: level, isMarked: first.isMarked)
    return pieces
  }
}
