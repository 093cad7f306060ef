// Adding like terms: y − y h − h + y h is y − h.

import Notation

extension Expression {
  /// The sum of the terms with equal ones added, in the order in which they first occur.
  static func collecting(_ terms: [Expression]) -> Expression {
    var kinds: [(key: [Factor: Int], factors: Factors, coefficient: Double)] = []
    for term in terms {
      let factors = Factors(term)
      let coefficient = (factors.isNegative ? -1 : 1) * factors.above / factors.below
      // Each factor with how often it is there: a sum times itself is written as two factors.
      let key = factors.list.reduce(into: [:]) { key, factor in
        key[Factor(base: factor.base.canonical, exponent: factor.exponent), default: 0] += 1
      }
      if let position = kinds.firstIndex(where: { $0.key == key }) {
        kinds[position].coefficient += coefficient
      } else {
        kinds.append((key, factors.bare, coefficient))
      }
    }
    return .sum(
      of: kinds.filter { $0.coefficient != 0 }.map { kind in
        var factors = kind.factors
        factors.isNegative = kind.coefficient < 0
        factors.above = kind.coefficient.magnitude
        return factors.expression
      })
  }

  /// The sum multiplied out: every product of sums a sum of products. Powers of sums stay.
  var expandedTerms: [Expression] {
    if isSum || isNegative, terms != [self] { return terms.flatMap(\.expandedTerms) }
    let factors = Factors(self)
    guard
      let position = factors.list.firstIndex(where: { $0.exponent == 1 && $0.base.isSum })
    else { return [self] }
    var rest = factors
    rest.remove(at: position)
    return factors.list[position].base.terms.flatMap { term in
      var product = rest
      product.multiply(by: term)
      return product.expression.expandedTerms
    }
  }

  /// The factor that all terms have, and what is left of each.
  static func commonFactor(of terms: [Expression]) -> (factor: Factors, rest: [Expression])? {
    let products = terms.map { Factors($0) }
    guard terms.count > 1, let first = products.first else { return nil }
    var common = Factors()
    for factor in first.list {
      // [i = k] twice in the first term may be there once in another.
      let isKnown = common.list.contains {
        $0.base.isSame(as: factor.base) && ($0.exponent > 0) == (factor.exponent > 0)
      }
      if isKnown { continue }
      let exponents = products.map { product in
        product.list.first {
          $0.base.isSame(as: factor.base) && ($0.exponent > 0) == (factor.exponent > 0)
        }?.exponent ?? 0
      }
      let least = factor.exponent > 0 ? exponents.min()! : exponents.max()!
      if least != 0 && (least > 0) == (factor.exponent > 0) {
        common.append(Factor(base: factor.base, exponent: least))
      }
    }
    // A number, too, above or below the line.
    common.above = products.map(\.above).reduce(0, Factors.greatestCommonDivisor)
    common.below = products.map(\.below).reduce(0, Factors.greatestCommonDivisor)
    if common.isOne { return nil }
    let rest = products.map { product -> Expression in
      var left = product
      left.above /= common.above
      left.below /= common.below
      for factor in common.list {
        let position = left.list.firstIndex {
          $0.base.isSame(as: factor.base) && ($0.exponent > 0) == (factor.exponent > 0)
        }!
        let exponent = left.list[position].exponent - factor.exponent
        if exponent == 0 {
          left.remove(at: position)
        } else {
          left.setExponent(exponent, at: position)
        }
      }
      return left.expression
    }
    return (common, rest)
  }
}
