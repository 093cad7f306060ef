// The notation inside our sentences: "the targets sum to 1: Σ_k y_k = 1".

/// A piece of a sentence: words, or a symbol that is set as mathematics.
enum MarkedText: Hashable, Sendable {
  case words(String)
  case symbol(FormulaLayout)

  /// The pieces of a sentence.
  ///
  /// A symbol is a letter with `_` or `^` behind it (`h_k`, `W^(ℓ)`, `e^(z_k)`), a letter behind ∂, a
  /// letter that stands alone and is no English word, the column of ones `1_M`, and Iverson's bracket
  /// of two letters.
  static func pieces(_ sentence: String) -> [MarkedText] {
    var scanner = SymbolScanner(Substring(sentence))
    return scanner.pieces()
  }
}

/// Finds symbols from left to right.
private struct SymbolScanner {
  private var rest: Substring
  private var before: Character = " "
  private var words = ""
  private var found: [MarkedText] = []

  init(_ text: Substring) { rest = text }

  mutating func pieces() -> [MarkedText] {
    while let character = rest.first {
      if let bracket = bracket() {
        add(bracket.layout, length: bracket.length)
        continue
      }
      let run = rest.prefix { $0.isLetter || $0.isLargeSign }
      if rest.hasPrefix("1_"), !before.isLetter, !before.isNumber {
        // The column of ones, 1_M.
        let scripts = Scripts(rest.dropFirst(), base: "1")
        add(scripts.layout, length: 1 + scripts.length)
      } else if run.isEmpty {
        skip(1, before: character)
      } else {
        read(run)
      }
    }
    return words.isEmpty ? found : found + [.words(words)]
  }

  private mutating func read(_ run: Substring) {
    let behind = rest.dropFirst(run.count)
    if behind.first == "_" || behind.first == "^" {
      // A name of some letters, or one letter behind others: net_i, but ∂h_k.
      let name = run.count < 4 && run.allSatisfy(\.isLetter) ? run : run.suffix(1)
      let scripts = Scripts(behind, base: name)
      if scripts.length > 0 {
        skip(run.count - name.count, before: " ")
        return add(scripts.layout, length: name.count + scripts.length)
      }
    }
    if run.count == 2, run.first == "∂" {
      skip(1, before: "∂")
      return add(.identifier(String(run.suffix(1))), length: 1)
    }
    if run.count == 1, standsAlone(run.first!, behind) {
      let letter = FormulaLayout.identifier(String(run))
      if behind.first == "′" {
        return add(.scripts(letter, lower: nil, upper: .sign(.prime)), length: 2)
      }
      return add(letter, length: 1)
    }
    skip(run.count, before: run.last!)
  }

  /// Whether a letter is a symbol without scripts: not the e of "e.g.", the a of "a sum", the [W] of
  /// a source.
  private func standsAlone(_ letter: Character, _ behind: Substring) -> Bool {
    let next = behind.first ?? " "
    // "a = g(z)" is a formula, "a sum" is not.
    if letter == "a" && !behind.hasPrefix(" =") || "AI".contains(letter) { return false }
    if !letter.isSymbol { return false }
    if "'’._^[\\\"-".contains(before) || before.isNumber { return false }
    if "'’_^\\\"-".contains(next) || next.isNumber { return false }
    return !(next == "." && behind.dropFirst().first?.isLetter ?? false)
  }

  /// `[i=k]`, `[i = k]`, `[z > 0]`.
  private func bracket() -> (layout: FormulaLayout, length: Int)? {
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
    let inner = rest[rest.index(after: rest.startIndex)..<end]
    let signs: [(Character, FormulaLayout.Sign)] = [("=", .equal), (">", .greater), ("<", .less)]
    for (character, sign) in signs {
      let sides = inner.split(separator: character).map { $0.filter { $0 != " " } }
      guard sides.count == 2, sides[0].count == 1, sides[0].first!.isLetter, sides[1].count == 1
      else { continue }
      let right = sides[1].first!.isLetter ? FormulaLayout.identifier(sides[1]) : .number(sides[1])
      return (.fenced(.square, .row([.identifier(sides[0]), .sign(sign), right])), inner.count + 2)
    }
    return nil
  }

  private mutating func skip(_ count: Int, before: Character) {
    words += rest.prefix(count)
    rest = rest.dropFirst(count)
    self.before = before
  }

  private mutating func add(_ layout: FormulaLayout, length: Int) {
    if !words.isEmpty { found.append(.words(words)) }
    words = ""
    found.append(.symbol(layout))
    before = rest.dropFirst(length - 1).first ?? " "
    rest = rest.dropFirst(length)
  }
}

/// What stands below and above a letter.
private struct Scripts {
  let layout: FormulaLayout
  private(set) var length = 0

  init(_ text: Substring, base: Substring) {
    var lower: [FormulaLayout] = []
    var upper: [FormulaLayout] = []
    var rest = text
    while let sign = rest.first, sign == "_" || sign == "^" {
      let script = Self.script(rest.dropFirst())
      if script.isEmpty { break }
      rest = rest.dropFirst(1 + script.count)
      length += 1 + script.count
      // e^(z_k) is e with an exponent, s_(ℓ−1) has ℓ−1 below it; W^(ℓ) is W with ℓ in parentheses.
      let isWhole = base == "e" || sign == "_"
      let isInner = isWhole && Self.firstGroup(script) == script
      let parts = Self.layouts(isInner ? script.dropFirst().dropLast() : script)
      if sign == "_" { lower += parts } else { upper += parts }
    }
    let below = lower.isEmpty ? nil : FormulaLayout.row(lower)
    let above = upper.isEmpty ? nil : FormulaLayout.row(upper)
    switch base {
    case "Σ", "∑": layout = .large(.sum, below: below ?? .nothing, above: above)
    case "1": layout = .scripts(.ones, lower: below, upper: above)
    case "∏": layout = .large(.product, below: below ?? .nothing, above: above)
    default: layout = .scripts(.identifier(String(base)), lower: below, upper: above)
    }
  }

  /// `(ℓ)(m)`, `ij`, `ℓ+1`, `−1`.
  private static func script(_ text: Substring) -> Substring {
    if text.first == "(" { return groups(text) }
    let sign = text.prefix(1).filter { "−-".contains($0) }
    let name = text.dropFirst(sign.count).prefix { $0.isLetter || $0.isNumber }
    if name.isEmpty { return "" }
    let end = sign.count + name.count
    let offset = text.dropFirst(end)
    if name == "ℓ" || name == "L", let sign = offset.first, "+−".contains(sign) {
      let digits = offset.dropFirst().prefix { $0.isNumber }
      return text.prefix(end + (digits.isEmpty ? 0 : 1 + digits.count))
    }
    return text.prefix(end)
  }

  /// The groups in parentheses that a text begins with.
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

  /// The groups, signs and letters of a script, and what stands below them.
  private static func layouts(_ text: Substring) -> [FormulaLayout] {
    if let group = firstGroup(text) {
      let inner = FormulaLayout.row(layouts(group.dropFirst().dropLast()))
      return [inner.inParentheses] + layouts(text.dropFirst(group.count))
    }
    return MarkedText.pieces(String(text)).flatMap { piece -> [FormulaLayout] in
      switch piece {
      case .symbol(let layout): [layout]
      case .words(let words): words.compactMap(layout)
      }
    }
  }

  /// `(ℓ)` of `(ℓ)(m)`.
  private static func firstGroup(_ text: Substring) -> Substring? {
    guard text.first == "(" else { return nil }
    var depth = 0
    for (position, character) in text.enumerated() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0 { return text.prefix(position + 1) }
    }
    return nil
  }

  private static func layout(_ character: Character) -> FormulaLayout? {
    switch character {
    case "+": .sign(.plus)
    case "−", "-": .sign(.minus)
    case "=": .sign(.equal)
    case "≠": .sign(.notEqual)
    case "×": .sign(.cross)
    case ",": .sign(.comma)
    default:
      character.isNumber
        ? .number(String(character)) : character.isLetter ? .identifier(String(character)) : nil
    }
  }
}

extension Character {
  /// Whether it may be a letter of the notation: Latin, Greek, ℓ.
  fileprivate var isSymbol: Bool {
    isLetter && (isASCII || LaTeXSymbols.commands[self] != nil) && self != "ᵀ" && !isLargeSign
  }

  fileprivate var isLargeSign: Bool { "Σ∑∏∂∇".contains(self) }
}
