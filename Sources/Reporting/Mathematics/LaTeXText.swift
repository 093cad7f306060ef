// Sentences in LaTeX: nothing in them is a command, and symbols are set as mathematics.

enum LaTeXText {
  /// A sentence of ours: `Σ_k y_k = 1` becomes `$\sum_{k}$ $y_{k}$ = 1`.
  static func sentence(_ text: String) -> String {
    MarkedText.pieces(text).map { piece in
      switch piece {
      case .words(let words): escaped(words)
      case .symbol: "$\(mathematics(piece))$"
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
    case "\\": return "\\textbackslash{}"
    case "~": return "\\textasciitilde{}"
    case "^": return "\\textasciicircum{}"
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

  private static func mathematics(_ piece: MarkedText) -> String {
    switch piece {
    case .words(let words): return words.map(mathematics).joined()
    case .symbol(let name, let lower, let upper):
      let base = name.count == 1 ? mathematics(name.first!) : "\\mathit{\(escaped(name))}"
      return base + script("_", lower) + script("^", upper)
    }
  }

  private static func script(_ sign: String, _ pieces: [MarkedText]) -> String {
    pieces.isEmpty ? "" : "\(sign){\(pieces.map(mathematics).joined(separator: " "))}"
  }

  private static func mathematics(_ character: Character) -> String {
    if let command = LaTeXSymbols.commands[character] {
      return command.last!.isLetter ? command + " " : command
    }
    return "%&#_{}$\\~^".contains(character) ? "" : String(character)
  }

  /// Digits that stand above the line.
  private static let raised: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
}
