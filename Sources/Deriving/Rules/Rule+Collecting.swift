// Like terms are added.

import Notation

extension Rule {
  public static let collecting = Rule(
    id: "collecting", name: "collect like terms",
    statement: Equation(.sum([u, .negative(v), v]), u),
    sentence: "Terms that are the same but for a number are added; opposite ones go.",
    hint: "Some terms are the same but for a number.",
    question: "Which terms can be added?",
    example: .sum([x, .negative(.product([x, .exp(x)])), .product([.exp(x), x]), .power(x, 2)]),
    mistakes: [
      Mistake(
        name: "opposite terms are added instead of cancelled",
        advice: "u − u is 0."
      ) { before, after, _ in
        guard let gone = before.terms.first(where: { !after.terms.contains($0) }) else {
          return nil
        }
        return .sum(of: after.terms + [gone])
      }
    ]
  ) { expression, _ in
    guard case .sum = expression else { return [] }
    let terms = expression.terms
    let collected = Expression.collecting(terms)
    return collected.terms.count < terms.count ? [collected] : []
  }
}
