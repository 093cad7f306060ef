// The chain rule along the one path there is.

import Notation

extension Rule {
  public static let chain = Rule(
    id: "chain-rule", name: "chain rule",
    statement: Equation(d(u), .product([d(u, "v"), d(v)])),
    sentence: "What depends on x only through v changes by (change with v) times (change of v).",
    hint: "The cost does not see this letter directly.",
    question: "Through which quantity does the change reach the cost?",
    example: d(.letter("u")),
    mistakes: [
      Mistake(
        name: "the inner derivative is left out",
        advice: "Every link of the chain is a factor: the outer slope times the inner one."
      ) { _, after, _ in
        guard case .product(let factors) = after else { return nil }
        return factors[0]
      }
    ]
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression), case .letter(let quantity) = f,
      let path = context.path(from: quantity, to: x), path.isSingle
    else { return [] }
    let through = path.through(x, node: nil, example: nil)
    return [.product([.partial(f, by: through), .partial(.letter(through), by: x)])]
  }
}
