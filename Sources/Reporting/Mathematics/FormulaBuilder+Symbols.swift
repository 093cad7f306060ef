// The layout of letters, indices, numbers and functions.

import Notation

extension FormulaBuilder {
  func layout(_ letter: Letter) -> FormulaLayout {
    if let size = letter.size { return end(of: size) }
    if letter.isNumeral { return .number(letter.name) }
    return scripted(letter.name, nodes: letter.nodes, layer: letter.layer, example: letter.example)
  }

  /// Whether something stands above the letter, where a power would stand too.
  func hasUpper(_ letter: Letter) -> Bool {
    letter.size == nil && (letter.layer != nil || letter.example.map(isShown) ?? false)
  }

  func scripted(
    _ letter: String, nodes: [Index] = [], layer: Layer?, example: Index?
  ) -> FormulaLayout {
    let upper =
      [layer.map(layout), example.flatMap { isShown($0) ? name($0) : nil }]
      .compactMap { $0?.inParentheses }
    let (stem, number) = Self.split(letter)
    let lower = (number.map { [.number($0)] } ?? []) + (nodes.isEmpty ? [] : [list(nodes)])
    if lower.isEmpty && upper.isEmpty { return .identifier(stem) }
    return .scripts(
      .identifier(stem), lower: lower.isEmpty ? nil : joined(lower),
      upper: upper.isEmpty ? nil : joined(upper))
  }

  /// λ and 2 of λ₂.
  private static func split(_ letter: String) -> (stem: String, number: String?) {
    let stem = letter.prefix { !"₀₁₂₃₄₅₆₇₈₉".contains($0) }
    if stem.isEmpty || stem.count == letter.count { return (letter, nil) }
    let digits = letter.dropFirst(stem.count).unicodeScalars.map {
      Character(Unicode.Scalar($0.value - 0x2080 + 0x30)!)
    }
    return (String(stem), String(digits))
  }

  /// `ij`, but `10,7`.
  private func list(_ nodes: [Index]) -> FormulaLayout {
    let isLong = nodes.contains { $0.name.count > 1 }
    let names = nodes.map(name)
    return joined(
      isLong ? Array(names.map { [$0] }.joined(separator: [.sign(.comma)])) : names)
  }

  private func joined(_ parts: [FormulaLayout]) -> FormulaLayout {
    parts.count == 1 ? parts[0] : .row(parts)
  }

  func layout(_ layer: Layer) -> FormulaLayout {
    let base: FormulaLayout
    switch layer.base {
    case .current: base = .identifier("ℓ")
    case .last: base = .identifier("L")
    case .zero: return .number("\(layer.offset)")
    }
    if layer.offset == 0 { return base }
    return .row([
      base, .sign(layer.offset < 0 ? .minus : .plus), .number("\(layer.offset.magnitude)"),
    ])
  }

  func name(_ index: Index) -> FormulaLayout {
    if let before = index.stepsBefore { return step(before: before) }
    return index.position == nil ? .identifier(index.name) : .number(index.name)
  }

  /// t, t − 1.
  private func step(before n: Int) -> FormulaLayout {
    n == 0 ? .identifier("t") : .row([.identifier("t"), .sign(.minus), .number("\(n)")])
  }

  /// Where a range ends: K, M, s_ℓ.
  func end(of range: Index.Range) -> FormulaLayout {
    switch range {
    case .nodes(.last), .nodes(.number(1)), .examples, .powers, .parameters:
      .identifier("\(range)")
    case .steps(let before): step(before: before)
    case .nodes(let layer): .scripts(.identifier("s"), lower: layout(layer), upper: nil)
    }
  }

  func layout(_ shape: Shape) -> FormulaLayout {
    switch (shape.rows, shape.columns) {
    case (nil, nil): .number("1")
    case (let rows?, nil): end(of: rows)
    case (let rows, let columns?):
      .row([rows.map(end) ?? .number("1"), .sign(.cross), end(of: columns)])
    }
  }

  /// A number in decimal digits, with a power of ten where Swift writes one.
  func number(_ x: Double) -> FormulaLayout {
    if x.isNaN { return .words("not a number") }
    let digits: FormulaLayout
    if x.isInfinite {
      digits = .identifier("∞")
    } else if x.magnitude < 1e15, x == x.rounded() {
      digits = .number("\(Int(x.magnitude))")
    } else {
      let parts = "\(x.magnitude)".split(separator: "e")
      digits =
        parts.count == 1
        ? .number(String(parts[0])) : scientific(String(parts[0]), Int(parts[1]) ?? 0)
    }
    return x < 0 ? .row([.sign(.negative), digits]) : digits
  }

  private func scientific(_ digits: String, _ exponent: Int) -> FormulaLayout {
    let power = FormulaLayout.scripts(
      .number("10"), lower: nil, upper: number(Double(exponent)))
    let short = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    return short == "1" ? power : .row([.number(short), .sign(.dot), power])
  }

  func sign(_ relation: Expression.Relation) -> FormulaLayout {
    switch relation {
    case .greater: .sign(.greater)
    case .greaterOrEqual: .sign(.greaterOrEqual)
    case .less: .sign(.less)
    }
  }

  /// What stands between two factors.
  func times(_ previous: FormulaLayout, _ next: FormulaLayout) -> FormulaLayout.Sign {
    if next.startsWithDigit || next.isSignedNumber { return .dot }
    if previous.isFraction && next.isFraction {
      return previous.isNumeric && next.isNumeric ? .dot : .wideTimes
    }
    // h (1 − h) must not look like h at 1 − h.
    if case .fenced(_, let inner) = next, !inner.isTall { return .wideTimes }
    return next.startsWithName ? .timesFunction : .times
  }

  /// log h, log(1 − h).
  func applied(_ function: String, _ argument: FormulaLayout) -> FormulaLayout {
    if case .fenced(.round, _) = argument {
      return .row([.function(function), .sign(.applyFenced), argument])
    }
    return .row([.function(function), .sign(.apply), argument])
  }

  /// max(a, b).
  func applied(_ function: String, _ arguments: [FormulaLayout]) -> FormulaLayout {
    let list = arguments.map { [$0] }.joined(separator: [.sign(.comma)])
    return applied(function, joined(Array(list)).inParentheses)
  }

  /// g(z), g′(z).
  func call(_ name: String, primes: Int, _ argument: FormulaLayout) -> FormulaLayout {
    let function = FormulaLayout.identifier(name)
    let signs = [FormulaLayout](repeating: .sign(.prime), count: primes)
    return .row([
      primes == 0 ? function : .scripts(function, lower: nil, upper: joined(signs)),
      .sign(.applyFenced), argument.inParentheses,
    ])
  }
}

extension FormulaLayout {
  fileprivate var startsWithDigit: Bool {
    switch self {
    case .number, .bound: true
    case .row(let parts): parts.first?.startsWithDigit ?? false
    case .scripts(let base, _, _): base.startsWithDigit
    default: false
    }
  }

  /// A number with its minus, in parentheses: (−0.4).
  fileprivate var isSignedNumber: Bool {
    guard case .fenced(.round, .row(let parts)) = self, parts.count == 2 else { return false }
    guard parts[0] == .sign(.negative), case .number = parts[1] else { return false }
    return true
  }

  /// Whether it has no letters.
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .sign: true
    case .row(let parts): parts.allSatisfy(\.isNumeric)
    case .fraction(let a, let b): a.isNumeric && b.isNumeric
    case .fenced(_, let inner): inner.isNumeric
    case .scripts(let base, let lower, let upper):
      base.isNumeric && lower?.isNumeric ?? true && upper?.isNumeric ?? true
    default: false
    }
  }

  fileprivate var startsWithName: Bool {
    switch self {
    case .function: true
    case .row(let parts): parts.first?.startsWithName ?? false
    default: false
    }
  }
}
