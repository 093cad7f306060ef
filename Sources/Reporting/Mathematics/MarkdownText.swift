// Sentences in Markdown: symbols are set as mathematics, which GitHub shows between $` and `$.

enum MarkdownText {
  /// A sentence of ours: `h_k` becomes $`h_k`$, and ∂J/∂h_k one formula.
  static func sentence(_ text: String) -> String {
    var pieces = MarkedText.pieces(text)[...]
    var result = ""
    var words = ""
    while let piece = pieces.popFirst() {
      switch piece {
      case .words(let text): words += text
      case .symbol(let symbol):
        var formula = LaTeXNotation.string(symbol)
        // ∂ belongs to the letter behind it.
        let signs = words.reversed().prefix { $0 == "∂" }.count
        words.removeLast(signs)
        formula = String(repeating: "\\partial ", count: signs) + formula
        while case .words(let between)? = pieces.first,
          case .symbol(let next)? = pieces.dropFirst().first,
          between.allSatisfy(isSign)
        {
          formula += latex(between) + LaTeXNotation.string(next)
          pieces = pieces.dropFirst(2)
        }
        result += plain(words)
        words = ""
        if case .words(let rest)? = pieces.first {
          let end = ending(
            of: rest, isOpen: formula.count { $0 == "(" } > formula.count { $0 == ")" })
          formula += latex(String(rest.prefix(end)))
          words = String(rest.dropFirst(end))
          pieces.removeFirst()
        }
        result += inline(formula)
      }
    }
    return result + plain(words)
  }

  /// Words, with signs of matrices among them.
  private static func plain(_ words: String) -> String {
    Markup.markdown.sentence(words).replacing("⊙", with: inline("\\odot"))
      .replacing("⊘", with: inline("\\oslash"))
      .replacing("ᵀ", with: inline("{}^{\\mathsf{T}}"))
  }

  static func inline(_ latex: String) -> String {
    "$`\(latex.trimmed.replacing("  ", with: " "))`$"
  }

  /// How many characters behind a symbol belong to its formula: a parenthesis, a number behind =.
  private static func ending(of text: String, isOpen: Bool) -> Int {
    let closing = isOpen && text.first == ")" ? 1 : 0
    let rest = text.dropFirst(closing)
    let start = rest.drop { $0 == " " }
    // A relation with or without spaces; ℓ−1 without.
    let signs = start.startIndex == rest.startIndex ? "=≠<>≥≤−+" : "=≠<>≥≤"
    guard let sign = start.first, signs.contains(sign) else { return closing }
    let number = start.dropFirst().drop { $0 == " " || $0 == "−" }
    let behind = number.drop(while: \.isNumber)
    // "= 2" is a number, "= 2.5" and "= 2nd" may be anything.
    let next = behind.first == "." ? behind.dropFirst().first : behind.first
    let goesOn = behind.first == "." ? next?.isNumber : next?.isLetter
    guard behind.startIndex > number.startIndex, goesOn != true else { return closing }
    return text.distance(from: text.startIndex, to: behind.startIndex)
  }

  private static func isSign(_ character: Character) -> Bool {
    " =≠<>≥≤−+/·⊙⊘()∂0123456789".contains(character)
  }

  private static func latex(_ signs: String) -> String {
    signs.map { sign in
      guard let command = LaTeXSymbols.commands[sign] else { return String(sign) }
      return command.hasPrefix("\\") ? command + " " : command
    }.joined()
  }
}
