// Earlier lines, put in.

import Notation

extension Rule {
  public static let substitution = Rule(
    id: "substitution", name: "put earlier lines in",
    statement: Equation(.product([u, v]), .product([uOfX, vOfX])),
    sentence: "What was found before is put in its place.",
    hint: "Some of the factors were found already.",
    question: "Which lines say what they are?",
    example: .partial(.letter("J"), by: Letter("h")),
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
    // A sum in what is put in may not use a name that the line has already.
    context.earlier.compactMap {
      $0.right(for: expression)?.renamingBound(avoiding: context.taken)
    }
  }
}
