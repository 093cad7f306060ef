// Sentences in HTML: nothing in them is markup, and symbols are set as mathematics.

enum HTMLText {
  /// A sentence of ours: `h_k` becomes an h with a small k below it.
  static func sentence(_ text: String) -> String {
    let html = MarkedText.pieces(text).map { piece in
      switch piece {
      case .words(let words): raised(words)
      case .symbol(let layout): "<math>\(MathMLNotation.string(layout))</math>"
      }
    }.joined()
    return keepingPunctuation(html)
  }

  /// A formula and the sign behind it on one line: browsers would begin a line with a comma.
  static func keepingPunctuation(_ html: String) -> String {
    html.replacing(/<math>(?:(?!<\/math>).)*<\/math>[,.;:)]+/) {
      "<span class=\"keep\">\($0.0)</span>"
    }
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
