// The ways to multiply a product with a bracket in it out.

import Notation

extension Factors {
  /// The ways to multiply a bracket by other factors: those that then cancel first, all others next.
  var distributions: [Expression] {
    var results: [Expression] = []
    for position in list.indices where list[position].exponent == 1 && list[position].base.isSum {
      let terms = list[position].base.terms
      let below = Set(terms.flatMap { Factors($0).list.filter { $0.exponent < 0 }.map(\.base) })
      let cancelling = list.indices.filter {
        $0 != position && list[$0].exponent > 0 && below.contains(list[$0].base)
      }
      let others = list.indices.filter { $0 != position && !list[$0].isConstant }
      for inside in [cancelling, others] where !inside.isEmpty {
        results.append(distributing(inside, into: position))
      }
      if list.count == 1 || others.count + 1 < list.count {
        results.append(distributingAll(into: position))
      }
    }
    return results
  }

  /// Everything in front of a bracket multiplied into it, the sign and the constants too.
  private func distributingAll(into position: Int) -> Expression {
    var rest = self
    rest.remove(at: position)
    return .sum(
      of: list[position].base.terms.map { term in
        var product = rest
        product.multiply(by: term)
        return product.expression
      })
  }

  /// Some factors multiplied into a bracket, term by term; the rest stays in front.
  private func distributing(_ inside: [Int], into position: Int) -> Expression {
    let terms = list[position].base.terms.map { term -> Expression in
      var product = Factors()
      for place in inside.filter({ $0 < position }) { product.append(list[place]) }
      product.multiply(by: term)
      for place in inside.filter({ $0 > position }) { product.append(list[place]) }
      return product.expression
    }
    var rest = Factors()
    (rest.isNegative, rest.above, rest.below) = (isNegative, above, below)
    for place in list.indices where !inside.contains(place) {
      rest.append(place == position ? Factor(base: .sum(of: terms), exponent: 1) : list[place])
    }
    return rest.expression
  }
}
