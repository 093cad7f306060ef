// Index notation becomes whole matrices.

import Notation

extension Rule {
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
