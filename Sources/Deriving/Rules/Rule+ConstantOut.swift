// What does not depend on the index comes out of a sum.

import Notation

extension Rule {
  public static let constantOut = Rule(
    id: "constant-out", name: "take the factor out of the sum",
    statement: Equation(
      .sum(over: .i, .product([v, .letter("u", .i)])),
      .product([v, .sum(over: .i, .letter("u", .i))])),
    sentence: "A factor that is the same in every term can be written once, in front of the sum.",
    hint: "Not every factor knows the index of the sum.",
    question: "Which factors are the same in every term?",
    example: .sum(over: .i, .product([.letter("u", .k), .power(.letter("u", .i), 2)])),
    mistakes: [
      Mistake(
        name: "a factor is lost on the way",
        advice: "What comes out of the sum stands in front of it."
      ) { _, after, _ in
        Factors(after).list.map(\.base).first {
          if case .summation = $0 { true } else { false }
        }
      }
    ]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression else { return [] }
    var inside = Factors(body)
    var outside = Factors()
    outside.isNegative = inside.isNegative
    (outside.above, outside.below) = (inside.above, inside.below)
    (inside.isNegative, inside.above, inside.below) = (false, 1, 1)
    for factor in inside.list where !factor.base.freeIndices.contains(index) {
      outside.append(factor)
    }
    let left = inside.only { $0.base.freeIndices.contains(index) }
    if outside.isOne || left.list.isEmpty { return [] }
    let sum = Expression.summation(index, excluding: nil, left.expression)
    // In front of the sum, or behind it.
    var behind = Factors(sum)
    behind.multiply(by: outside.expression)
    outside.multiply(by: sum)
    return [outside.expression, behind.expression]
  }
}
