// The arithmetic that needs no word: adding 0, multiplying by 1, e^0, a sign in front.

import Notation

extension Expression {
  /// The same value with nothing said twice: no 0 in a sum, no 1 in a product, the sign and the
  /// constants of a product in front. Nothing is cancelled, expanded or collected.
  package var tidied: Expression {
    let inner = mappingParts(\.tidied)
    if inner.isProduct { return Factors(inner).expression }
    return switch inner {
    case .sum(let terms): .sum(of: terms)
    case .power(let a, 1): a
    case .power(_, 0): 1
    case .power(.power(let a, let m), let n): .power(a, m * n)
    case .function(.exp, 0): 1
    case .function(.log, 1): 0
    case .summation(_, _, 0): 0
    case .same(let a, let b) where a == b: 1
    case .same(let a, let b) where a.position != nil && b.position != nil: 0
    case .raised(let a, to: 1): a
    case .raised(_, to: 0): 1
    case let other: other
    }
  }

  private var isProduct: Bool {
    switch self {
    case .product, .quotient, .negative: true
    default: false
    }
  }

  /// A sum of these terms without zeros; a sum of one term is the term.
  static func sum(of terms: [Expression]) -> Expression {
    let left = terms.filter { $0 != 0 && $0 != .negative(0) }
    return left.isEmpty ? 0 : (left.count == 1 ? left[0] : .sum(left))
  }

  /// The terms of a sum, those of sums in it and behind a minus included; else the expression itself.
  var terms: [Expression] {
    switch self {
    case .sum(let terms): terms.flatMap(\.terms)
    case .negative(.sum(let terms)): terms.flatMap(\.terms).map(\.negated)
    default: [self]
    }
  }

  /// −x, without two signs.
  var negated: Expression {
    switch self {
    case .negative(let a): a
    case .number(0): self
    default: .negative(self)
    }
  }

  /// The product, tidied.
  static func product(of factors: [Expression]) -> Expression {
    var product = Factors()
    for factor in factors { product.multiply(by: factor) }
    return product.expression
  }

  var isNegative: Bool {
    if case .negative = self { return true }
    return false
  }

  var isSum: Bool {
    if case .sum = self { return true }
    return false
  }
}
