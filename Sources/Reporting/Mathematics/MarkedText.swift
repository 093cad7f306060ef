// The notation inside our sentences: "the targets sum to 1: Σ_k y_k = 1".

/// A piece of a sentence: words, or a symbol with what stands below and above it.
indirect enum MarkedText: Hashable, Sendable {
  case words(String)
  case symbol(String, lower: [MarkedText], upper: [MarkedText])

  /// The pieces of a sentence. A symbol is what `_` or `^` stands behind: `h_k`, `W^(ℓ)`, `e^(z_k)`.
  static func pieces(_ sentence: String) -> [MarkedText] {
    var pieces: [MarkedText] = []
    var words = ""
    var rest = Substring(sentence)
    while let character = rest.first {
      let base = rest.prefix { $0.isSymbolLetter }
      let next = rest.dropFirst(base.count)
      guard !base.isEmpty else {
        words.append(character)
        rest = rest.dropFirst()
        continue
      }
      rest = next
      // ∂h_k: the sign belongs to the words, the script to the letter.
      let letter = base.last!
      let isName = base.allSatisfy(\.isLetter) && base.count < 4
      guard next.first == "_" || next.first == "^",
        let scripts = Scripts(&rest, base: isName ? String(base) : String(letter))
      else {
        words += base
        continue
      }
      words += isName ? "" : base.dropLast()
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
      pieces.append(
        .symbol(isName ? String(base) : String(letter), lower: scripts.lower, upper: scripts.upper))
    }
    return words.isEmpty ? pieces : pieces + [.words(words)]
  }

  private struct Scripts {
    var lower: [MarkedText] = []
    var upper: [MarkedText] = []

    /// Reads scripts, and leaves `rest` behind them; `nil` where none follow.
    init?(_ rest: inout Substring, base: String) {
      var text = rest
      while let sign = text.first, sign == "_" || sign == "^" {
        let script = Self.script(text.dropFirst())
        if script.isEmpty { break }
        text = text.dropFirst(1 + script.count)
        // e^(z_k) is e with an exponent, W^(ℓ) is W with ℓ in parentheses.
        let isGroup = base == "e" && script.first == "(" && script.last == ")"
        let pieces = MarkedText.pieces(String(isGroup ? script.dropFirst().dropLast() : script))
        if sign == "_" { lower += pieces } else { upper += pieces }
      }
      if lower.isEmpty && upper.isEmpty { return nil }
      rest = text
    }

    /// `(ℓ)(m)`, `ij`, `ℓ+1`, `−1`.
    private static func script(_ text: Substring) -> Substring {
      if text.first == "(" { return groups(text) }
      let sign = text.prefix { $0 == "−" || $0 == "-" }.prefix(1)
      let name = text.dropFirst(sign.count).prefix { $0.isLetter || $0.isNumber }
      if name.isEmpty { return "" }
      var end = sign.count + name.count
      if name == "ℓ" || name == "L" {
        let offset = text.dropFirst(end)
        if let sign = offset.first, "+−".contains(sign) {
          let digits = offset.dropFirst().prefix { $0.isNumber }
          if !digits.isEmpty { end += 1 + digits.count }
        }
      }
      return text.prefix(end)
    }

    private static func groups(_ text: Substring) -> Substring {
      var depth = 0
      var end = 0
      for (position, character) in text.enumerated() {
        if character == "(" { depth += 1 } else if depth == 0 { break }
        if character == ")" {
          depth -= 1
          if depth == 0 { end = position + 1 }
        }
      }
      return text.prefix(end)
    }
  }
}

extension Character {
  fileprivate var isSymbolLetter: Bool { isLetter || "Σ∑∏∂∇".contains(self) }
}
