// Powers of the same base are multiplied: their exponents are added.

import Notation

extension Rule {
  public static let addingExponents = Rule(
    id: "adding-exponents", name: "add the exponents",
    statement: Equation(
      .product([.letter("c"), .raised(.letter("c"), to: u)]),
      .raised(.letter("c"), to: .sum([u, 1]))),
    sentence: "Powers of the same base are multiplied by adding their exponents.",
    hint: "The same base is there twice.",
    question: "How often is it a factor in all?",
    example: .product([
      .letter("c"), .raised(.letter("c"), to: .sum([x, .negative(.letter("w"))])),
    ]),
    mistakes: [
      Mistake(
        name: "the factor alone counts for nothing", advice: "A base alone is its first power."
      ) { before, after, _ in
        guard let (raised, exponent, _) = Factors(before).raisedAgain else { return nil }
        return .product(
          of: Factors(after).list.map {
            if case .raised(raised, to: _) = $0.base {
              .raised(raised, to: exponent)
            } else {
              $0.expression
            }
          })
      }
    ]
  ) { expression, _ in
    switch expression {
    case .product, .quotient, .negative: break
    default: return []
    }
    var factors = Factors(expression)
    guard let (base, exponent, places) = factors.raisedAgain else { return [] }
    let sum = Expression.sum([exponent, .number(Double(factors.list[places.alone].exponent))])
    factors.replaceBase(at: places.raised, by: .raised(base, to: sum.countingSteps))
    factors.remove(at: factors.list.firstIndex { $0.base == base && $0.exponent > 0 }!)
    return [factors.expression]
  }
}

extension Factors {
  /// A base that is a factor and, raised, another one; the exponent there, and where both are.
  fileprivate var raisedAgain:
    (base: Expression, exponent: Expression, places: (alone: Int, raised: Int))?
  {
    for (raised, factor) in list.enumerated() where factor.exponent == 1 {
      guard case .raised(let base, let exponent) = factor.base else { continue }
      if let alone = list.firstIndex(where: { $0.base == base && $0.exponent > 0 }) {
        return (base, exponent, (alone, raised))
      }
    }
    return nil
  }
}

extension Expression {
  /// A sum of numbers and indices with t−1 as t and −1, and like terms added: t−1 − s + 1 is t − s.
  var countingSteps: Expression {
    let terms = terms.flatMap { term -> [Expression] in
      let isNegative = term.isNegative
      guard case .index(let index) = isNegative ? term.negated : term, let n = index.stepsBefore
      else { return [term] }
      let own = [Expression.index(.step()), .number(-Double(n))]
      return isNegative ? own.map(\.negated) : own
    }
    return .collecting(terms).tidied
  }
}
