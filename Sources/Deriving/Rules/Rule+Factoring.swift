// The common factor of all terms is taken out.

import Notation

extension Rule {
  public static let factoring = Rule(
    id: "factoring", name: "take out the common factor",
    statement: Equation(
      .sum([.product([.letter("c"), u]), .product([.letter("c"), v])]),
      .product([.letter("c"), .sum([u, v])])),
    sentence: "A factor that every term has can be written once, before a bracket.",
    hint: "All terms have something in common.",
    question: "Which factor does every term have?",
    example: .sum([.product([.power(x, 2), .exp(x)]), .negative(x)]),
    mistakes: [
      Mistake(
        name: "the factor is left in a term",
        advice: "What is taken out is gone from every term."
      ) { before, after, _ in
        guard case .product(let factors) = after, case .sum(let terms) = factors[factors.count - 1],
          let first = before.terms.first
        else { return nil }
        return .product(of: Array(factors.dropLast()) + [.sum(of: [first] + terms.dropFirst())])
      },
      .wrongSign,
    ]
  ) { expression, _ in
    guard case .sum = expression, let common = Expression.commonFactor(of: expression.terms) else {
      return []
    }
    var product = common.factor
    // A sum that is itself a sum of signs only is no gain.
    product.append(Factor(base: .sum(of: common.rest), exponent: 1))
    return [product.expression]
  }
}
