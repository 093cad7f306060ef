// A sum over the steps before t, and what step t adds to it.

import Notation

extension Rule {
  public static let lastTerm = Rule(
    id: "last-term", name: "take the last term into the sum",
    statement: Equation(
      .sum([
        .sum(over: Index("s", .steps(before: 1)), .index(Index("s", .steps(before: 1)))),
        .index(.step()),
      ]),
      .sum(over: Index("s", .steps), .index(Index("s", .steps)))),
    sentence: "A sum up to t−1 and the term for t are the sum up to t.",
    hint: "A sum ends one step too early, and one term stands beside it.",
    question: "What would the next term of the sum be?",
    example: .sum([
      .sum(
        over: Index("s", .steps(before: 1)),
        .product([.letter("c"), .power(.index(Index("s", .steps(before: 1))), 2)])),
      .product([.letter("c"), .power(.index(.step()), 2)]),
    ]),
    mistakes: [
      Mistake(
        name: "the sum still ends one step before",
        advice: "With the term for t in it, the sum goes up to t."
      ) { before, _, _ in
        before.terms.first { $0.sumOfSteps != nil }
      },
      Mistake(
        name: "the last term stays beside the sum as well",
        advice: "What is in the sum is not added again."
      ) { before, after, _ in
        before.terms.first { $0.sumOfSteps == nil }.map { .sum(of: [after, $0]) }
      },
    ]
  ) { expression, _ in
    guard case .sum = expression else { return [] }
    let terms = expression.terms
    for (position, term) in terms.enumerated() {
      guard let (index, body) = term.sumOfSteps, let before = index.stepsCounted, before > 0 else {
        continue
      }
      let next = body.substituting(index, by: .step(before: before - 1)).countingExponents
      let wanted = term.isNegative ? next.negated : next
      guard let last = terms.firstIndex(where: { $0.tidied.isSame(as: wanted.tidied) }) else {
        continue
      }
      let longer = index.over(.steps(before: before - 1))
      let sum = Expression.summation(longer, excluding: nil, body.substituting(index, by: longer))
      var result = terms
      result[position] = term.isNegative ? .negative(sum) : sum
      result.remove(at: last)
      return [.sum(of: result)]
    }
    return []
  }
}

extension Expression {
  /// The index and the body of a sum over steps, also behind a minus.
  fileprivate var sumOfSteps: (index: Index, body: Expression)? {
    guard case .summation(let index, nil, let body) = isNegative ? negated : self,
      index.stepsCounted != nil
    else { return nil }
    return (index, body)
  }

  /// The same with exponents such as t − t added up.
  fileprivate var countingExponents: Expression {
    if case .raised(let base, let exponent) = self {
      return Expression.raised(base, to: exponent.countingSteps).tidied
    }
    return mappingParts(\.countingExponents)
  }
}

extension Index {
  /// How many steps before t its range ends, if it counts steps.
  var stepsCounted: Int? {
    if case .steps(let before) = range { before } else { nil }
  }
}
