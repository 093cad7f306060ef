// What is known besides the calculus: assumptions, earlier lines, whole matrices.

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

  public static let substitution = Rule(
    id: "substitution", name: "put earlier lines in",
    statement: Equation(.product([u, v]), .product([uOfX, vOfX])),
    sentence: "What was found before is put in its place.",
    hint: "Some of the factors were found already.",
    question: "Which lines say what they are?",
    example: .product([.partial(.letter("J"), by: Letter("h")), 2]),
    mistakes: [
      Mistake(name: "one of them is forgotten", advice: "Every factor of the chain stays.") {
        before, after, _ in
        let factors = Factors(after)
        guard factors.list.count > 1 else { return nil }
        var wrong = factors
        wrong.remove(at: factors.list.count - 1)
        return wrong.expression
      },
      .wrongSign,
    ]
  ) { expression, context in
    context.earlier.compactMap { $0.right(for: expression) }
  }

  public static let vectorising = Rule(
    id: "vectorising", name: "all at once, as matrices",
    statement: Equation(
      .sum(over: .j, .product([.letter("u", .i, .j), .letter("v", .j)])),
      .product([.letter("U"), .letter("v")])),
    sentence:
      "Free indices become rows and columns, and an index that is summed over becomes a product.",
    hint: "The line holds for every value of its free indices.",
    question: "Which index counts the rows, which the columns, and which is summed over?",
    example: .letter("u"),
    mistakes: []
  ) { _, _ in [] }
}
