// Sentences in HTML: nothing in them is markup, and symbols are set as mathematics.

enum HTMLText {
  /// A sentence of ours: `h_k` becomes an h with a small k below it.
  static func sentence(_ text: String) -> String {
    MarkedText.pieces(text).map { piece in
      switch piece {
      case .words(let words): escaped(words)
      case .symbol(let layout): "<math>\(MathMLNotation.string(layout))</math>"
      }
    }.joined()
  }

  static func escaped(_ text: String) -> String { escapedForSVG(text) }
}
