// Sentences in HTML: nothing in them is markup, and symbols are set as mathematics.

enum HTMLText {
  /// A sentence of ours: `h_k` becomes an h with a small k below it.
  static func sentence(_ text: String) -> String {
    MarkedText.pieces(text).map { piece in
      switch piece {
      case .words(let words): raised(words)
      case .symbol(let layout): "<math>\(MathMLNotation.string(layout))</math>"
      }
    }.joined()
  }

  static func escaped(_ text: String) -> String { escapedForSVG(text) }

  /// `10⁻¹²` with ordinary digits that are raised: many fonts lack some of the others.
  private static func raised(_ text: String) -> String {
    var result = ""
    var isRaised = false
    for character in escaped(text) {
      let digit = LaTeXText.raised[character]
      if isRaised != (digit != nil) { result += isRaised ? "</sup>" : "<sup>" }
      isRaised = digit != nil
      result += digit == "-" ? "−" : digit ?? String(character)
    }
    return result + (isRaised ? "</sup>" : "")
  }
}
