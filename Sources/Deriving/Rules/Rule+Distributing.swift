// A bracket multiplied out.

import Notation

extension Rule {
  public static let distributing = Rule(
    id: "distributing", name: "distribute",
    statement: Equation(
      .product([.letter("c"), .sum([u, v])]),
      .sum([.product([.letter("c"), u]), .product([.letter("c"), v])])),
    sentence: "A factor in front of a bracket multiplies every term in it.",
    hint: "A factor stands before a bracket.",
    question: "What is each term times that factor?",
    example: .product([x, .sum([.exp(x), .negative(.power(x, 2))])]),
    mistakes: [
      Mistake(
        name: "only the first term is multiplied",
        advice: "The factor belongs to every term of the bracket."
      ) { before, after, _ in
        let factors = Factors(before)
        guard !before.isSum, let bracket = factors.list.first(where: { $0.base.isSum }),
          after.terms.count > 1
        else {
          return nil
        }
        return .sum(of: [after.terms[0]] + bracket.base.terms.dropFirst())
      },
      Mistake(
        name: "a sign is lost",
        advice: "Minus times minus is plus; write each sign down."
      ) { _, after, _ in
        guard let position = after.terms.firstIndex(where: \.isNegative) else { return nil }
        var terms = after.terms
        terms[position] = terms[position].negated
        return .sum(of: terms)
      },
    ]
  ) { expression, _ in
    if case .sum = expression {
      // Everything, or in each term one bracket only.
      let terms = expression.terms
      let once = terms.flatMap { Factors($0).distributions.last?.terms ?? [$0] }
      let offered = [expression.expandedTerms, once].filter { $0 != terms }
      return offered.enumerated().filter { $0.offset == 0 || $0.element != offered[0] }
        .map { .sum(of: $0.element) }
    }
    if case .power(.sum(let terms), 2) = expression {
      return [.sum(of: terms.flatMap { u in terms.map { .product(of: [u, $0]) } })]
    }
    return Factors(expression).distributions
  }
}
