// A batch of one example: the sum over m has one term.

import Notation

extension Rule {
  public static let oneExample = Rule(
    id: "one-example", name: "one example alone",
    statement: Equation(
      .sum(over: .m, .letter("u", example: .m)), .letter("u", example: Index(1, of: .examples))),
    sentence: "With one example the sum over the examples has one term.",
    hint: "How many examples are there?",
    question: "What is a sum of one term?",
    example: .sum(over: .m, .power(.letter("u", example: .m), 2)),
    mistakes: [
      Mistake(
        name: "the average is taken again",
        advice: "1/M is in δ already; the sum over the examples brings no other."
      ) { _, after, _ in .product(of: [.quotient(1, 2), after]) }
    ],
    needs: { _, _ in [.count(.examples, 1)] }
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression, index.range == .examples else {
      return []
    }
    return [body.substituting(index, by: Index(1, of: .examples))]
  }
}
