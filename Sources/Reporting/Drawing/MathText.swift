// A formula in characters, as a label: e^(−z) with the exponent raised.

/// Short formulas of activation functions as pieces of labels.
enum MathText {
  /// Letters in italics, what stands behind ^ above the line.
  static func pieces(_ text: String) -> [SVGPiece] {
    var pieces: [SVGPiece] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "^" {
        rest.removeFirst()
        pieces.append(.upper(exponent(&rest)))
      } else if first == "²" {
        rest.removeFirst()
        pieces.append(.upper("2"))
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest.removeFirst(word.count)
        // The name of a function is upright: max, log.
        pieces.append(word.count == 1 ? .letter(String(word)) : .normal(String(word)))
      } else {
        let other = rest.prefix { !$0.isLetter && $0 != "^" && $0 != "²" }
        rest.removeFirst(other.count)
        // Behind an exponent some viewers drop a space that may break.
        let isShifted = pieces.last.map { if case .upper = $0 { true } else { false } } ?? false
        let space = isShifted && other.hasPrefix(" ")
        pieces.append(.normal(space ? "\u{A0}" + other.dropFirst() : String(other)))
      }
    }
    return pieces
  }

  /// A number or letter with its sign, or what stands between parentheses.
  private static func exponent(_ rest: inout Substring) -> String {
    if rest.first == "(", let close = rest.firstIndex(of: ")") {
      defer { rest = rest[rest.index(after: close)...] }
      return String(rest[rest.index(after: rest.startIndex)..<close])
    }
    let sign = rest.prefix { $0 == "−" || $0 == "-" }
    rest.removeFirst(sign.count)
    let word = rest.prefix { $0.isLetter || $0.isNumber }
    rest.removeFirst(word.count)
    return String(sign + word)
  }
}
