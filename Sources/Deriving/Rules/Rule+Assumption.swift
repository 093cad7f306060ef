// What is known of the numbers themselves: Σ_k y_k = 1.

import Notation

extension Rule {
  public static let assumption = Rule(
    id: "assumption", name: "use of an assumption",
    statement: Equation(.sum(over: .k, .letter("y", .k)), 1),
    sentence: "Something is known about the numbers themselves, and is used here.",
    hint: "Something is known about the targets.",
    question: "What do they add up to?",
    example: .sum(over: .i, .letter("y", .i, example: .m)),
    mistakes: [
      Mistake(name: "the sum is taken for 0", advice: "The targets of an example sum to 1.") {
        _, after, _ in after == 1 ? 0 : nil
      },
      Mistake(
        name: "the sum is taken for K", advice: "The targets sum to 1, not each of them is 1."
      ) {
        _, after, _ in after == 1 ? .sum(over: .i, 2) : nil
      },
    ],
    needs: { before, context in
      context.assumptions.compactMap { $0.right(for: before).map { .equal(before, $0) } }
    }
  ) { expression, context in
    context.assumptions.compactMap { $0.right(for: expression) }
  }
}
