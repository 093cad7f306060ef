// Sentences in LaTeX: nothing in them is a command, and symbols are set as mathematics.

enum LaTeXText {
  /// A sentence of ours: `Σ_k y_k = 1` becomes `$\sum_k$ $y_k$ $=$ 1`.
  static func sentence(_ text: String) -> String {
    MarkedText.pieces(text).map { piece in
      switch piece {
      case .words(let words): escaped(words)
      case .symbol(let layout): "$\(LaTeXNotation.string(layout).trimmed)$"
      }
    }.joined()
  }

  /// Text, character by character.
  static func escaped(_ text: String) -> String {
    var result = ""
    var digits = ""
    for character in Markup.plain.sentence(text) {
      if let digit = raised[character] {
        digits += digit
        continue
      }
      result += power(&digits)
      result += escaped(character)
    }
    return result + power(&digits)
  }

  private static func power(_ digits: inout String) -> String {
    defer { digits = "" }
    return digits.isEmpty ? "" : "$^{\(digits)}$"
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "&", "%", "#", "_", "{", "}", "$": return "\\\(character)"
    case "\\": return "$\\backslash$"
    case "~": return "$\\sim$"
    case "^": return "\\^{}"
    case "<", ">", "|", "=", "+": return "$\(character)$"
    case "–": return "--"
    case "—": return "---"
    case "“": return "``"
    case "”": return "''"
    case "‘": return "`"
    case "’": return "'"
    case "…": return "\\dots{}"
    case "\"": return "\\char34{}"
    case "✓": return "$\\surd$"
    case "✗": return "$\\times$"
    case "§": return "\\S{}"
    case "\u{A0}", "\u{202F}": return "~"
    case "ᵀ", "′": return "${}\(LaTeXSymbols.commands[character]!)$"
    default: break
    }
    if let command = LaTeXSymbols.commands[character] { return "$\(command)$" }
    if character.isASCII || isLatin(character) { return String(character) }
    return "?"
  }

  /// The letters with accents that LaTeX knows without packages: é, ü, ñ.
  private static func isLatin(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1
      && (0xC0...0xFF).contains(character.unicodeScalars.first!.value)
  }

  /// Digits that stand above the line.
  static let raised: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
}
