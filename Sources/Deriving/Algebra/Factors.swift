// A product taken apart, and put together again as people write it.

import Notation

/// A factor: a base and a whole power of it, negative below the line.
struct Factor: Hashable {
  var base: Expression
  var exponent: Int
}

/// A product: its sign, its number, its factors above and below the line. Nothing is cancelled: that is
/// a step of its own.
struct Factors {
  var isNegative = false
  /// The numbers above and below the line, ≥ 0.
  var above = 1.0
  var below = 1.0
  private(set) var list: [Factor] = []

  init() {}

  init(_ expression: Expression) { multiply(by: expression) }

  mutating func multiply(by expression: Expression, inverted: Bool = false) {
    switch expression {
    case .number(let x):
      if x < 0 { isNegative.toggle() }
      if inverted { below *= x.magnitude } else { above *= x.magnitude }
    case .negative(let a):
      isNegative.toggle()
      multiply(by: a, inverted: inverted)
    case .product(let factors):
      for factor in factors { multiply(by: factor, inverted: inverted) }
    case .quotient(let a, let b):
      multiply(by: a, inverted: inverted)
      multiply(by: b, inverted: !inverted)
    case .power(let a, let n): append(Factor(base: a, exponent: inverted ? -n : n))
    default: append(Factor(base: expression, exponent: inverted ? -1 : 1))
    }
  }

  /// Equal factors on the same side of the line become a power.
  mutating func append(_ factor: Factor) {
    if factor.exponent == 0 { return }
    let position = list.firstIndex {
      $0.base == factor.base && ($0.exponent > 0) == (factor.exponent > 0)
        && $0.base.isPowerful
    }
    if let position {
      list[position].exponent += factor.exponent
    } else {
      list.append(factor)
    }
  }

  mutating func remove(at position: Int) { list.remove(at: position) }

  mutating func setExponent(_ exponent: Int, at position: Int) {
    list[position].exponent = exponent
  }

  /// The factors that are as asked for, with neither sign nor number.
  func only(where test: (Factor) -> Bool) -> Factors {
    var result = Factors()
    result.list = list.filter(test)
    return result
  }

  /// The product without its sign and number.
  var bare: Factors { only { _ in true } }

  var isOne: Bool { !isNegative && above == 1 && below == 1 && list.isEmpty }
}

// MARK: - Written as people write it

extension Factors {
  /// Constants in front as one fraction, then the rest: −1/M y/h.
  var expression: Expression {
    if above == 0 { return 0 }
    let constants = only(where: \.isConstant)
    let others = only { !$0.isConstant }
    // Beside a fraction, not above its line: what is still to be done.
    let hasFraction = others.list.contains { $0.exponent < 0 }
    let rest = others.only { !hasFraction || !$0.isToBeDone }
    let behind = others.only { hasFraction && $0.isToBeDone }
    let parts = [
      Self.fraction(number(above), constants, over: number(below)),
      Self.fraction([], rest, over: []), Self.fraction([], behind, over: []),
    ].compactMap { $0 }
    let value: Expression =
      parts.isEmpty ? 1 : (parts.count == 1 ? parts[0] : .product(parts.flatMap(\.asFactors)))
    return isNegative ? .negative(value) : value
  }

  private func number(_ x: Double) -> [Expression] { x == 1 ? [] : [.number(x)] }

  private static func fraction(
    _ above: [Expression], _ factors: Factors, over below: [Expression]
  ) -> Expression? {
    let top = above + factors.list.filter { $0.exponent > 0 }.map(\.expression)
    let bottom = below + factors.list.filter { $0.exponent < 0 }.map(\.inverse)
    if top.isEmpty && bottom.isEmpty { return nil }
    let numerator = joined(top)
    return bottom.isEmpty ? numerator : .quotient(numerator, joined(bottom))
  }

  private static func joined(_ factors: [Expression]) -> Expression {
    factors.isEmpty ? 1 : (factors.count == 1 ? factors[0] : .product(factors))
  }
}

extension Factor {
  var isConstant: Bool { base.isConstant }

  /// Whether it is a derivative that is not carried out, or a bracket that will sift a sum.
  var isToBeDone: Bool {
    guard exponent > 0 else { return false }
    return switch base {
    case .partial, .same: true
    default: false
    }
  }

  var expression: Expression { exponent == 1 ? base : .power(base, exponent) }

  /// 1 / the factor.
  var inverse: Expression { exponent == -1 ? base : .power(base, -exponent) }
}

extension Expression {
  fileprivate var asFactors: [Expression] {
    if case .product(let factors) = self { return factors }
    return [self]
  }

  /// Whether it is a number of the whole problem: M, λ, α, c, or made of such.
  var isConstant: Bool {
    switch self {
    case .number: true
    case .letter(let letter): letter.indices.isEmpty && Self.constants.contains(letter.name)
    case .power(let a, _): a.isConstant
    default: false
    }
  }

  private static let constants: Set<String> = ["M", "K", "α", "λ", "μ", "τ", "c"]

  /// Whether two of it are written as its square; brackets and undone derivatives are not.
  fileprivate var isPowerful: Bool {
    switch self {
    case .same, .bracket, .partial, .summation: false
    default: true
    }
  }
}
