// Independence: what does not contain x has no derivative by it, and ∂x_i/∂x_k = [i = k].

import Notation

extension Rule {
  public static let independence = Rule(
    id: "independence", name: "independence",
    statement: Equation(
      .partial(.letter("x", .i), by: Letter("x", node: .k)), .same(.i, .k)),
    sentence:
      "A letter changes with itself only: its derivative is 1 by itself, and 0 by every other one.",
    hint: "Which of these letters changes when this one does?",
    question: "Is it the same letter, with the same indices?",
    example: .partial(.letter("x", .i), by: Letter("x", node: .k)),
    mistakes: [
      Mistake(
        name: "every element counts as the same one",
        advice: "x_i and x_k are two letters unless i = k: the derivative is [i = k], not 1."
      ) { _, after, _ in
        after.contains { if case .same = $0 { true } else { false } } ? 1 : nil
      },
      Mistake(
        name: "its derivative is taken for 0",
        advice: "The derivative of x by itself is 1."
      ) { _, after, _ in after == 0 ? nil : 0 },
      Mistake(
        name: "a constant is given a slope",
        advice: "What does not depend on x has derivative 0."
      ) { _, after, _ in after == 0 ? 1 : nil },
    ]
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression) else { return [] }
    if let (factor, letter) = f.multiple, letter.isElement(ofSame: x) {
      let pairs = zip(letter.indices, x.indices).filter { $0 != $1 }
      return [Expression.product(of: [factor] + pairs.map { .same($0, $1) }).tidied]
    }
    return context.depends(f, on: x) ? [] : [0]
  }
}
