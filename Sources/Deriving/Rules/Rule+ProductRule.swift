// The product rule.

import Notation

extension Rule {
  public static let productRule = Rule(
    id: "product-rule", name: "product rule",
    statement: Equation(d(u * v), .sum([.product([d(u), v]), .product([u, d(v)])])),
    sentence: "Of a product, each factor is differentiated in turn while the others stay.",
    hint: "Two factors change at the same time.",
    question: "What is the derivative of u v?",
    example: d(uOfX * vOfX),
    mistakes: [
      .dropping(
        "only one factor is differentiated", "Every factor that changes gives a term.", term: 1),
      Mistake(
        name: "the derivatives are multiplied",
        advice: "(u v)′ is u′ v + u v′, not u′ v′."
      ) { before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .product(let factors) = f else {
          return nil
        }
        return .product(of: factors.map { .partial($0, by: x) })
      },
    ]
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .product(let factors) = f else {
      return []
    }
    return [
      .sum(
        of: factors.indices.map { position in
          .product(
            of: factors.enumerated().map {
              $0.offset == position ? .partial($0.element, by: x) : $0.element
            })
        })
    ]
  }
}
