// The derivative of a power.

import Notation

extension Rule {
  public static let powerRule = Rule(
    id: "power-rule", name: "power rule",
    statement: Equation(d(.power(u, 2)), .product([2, u, d(u)])),
    sentence:
      "The exponent comes to the front, the power falls by one, and the inner derivative follows.",
    hint: "This is a power.",
    question: "What is the derivative of uⁿ?",
    example: d(.power(uOfX, 3)),
    mistakes: [
      .withoutInnerDerivative,
      Mistake(
        name: "the exponent does not come to the front",
        advice: "The derivative of u² is 2u u′."
      ) { before, after, _ in
        guard let (f, _) = RuleContext.parts(of: before), case .power(_, let n) = f, n != 1 else {
          return nil
        }
        return .product(of: [1 / .number(Double(n)), after])
      },
    ]
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression) else { return [] }
    switch f {
    case .power(let u, let n):
      return [.product(of: [.number(Double(n)), .power(u, n - 1), .partial(u, by: x)])]
    case .raised(let u, to: let n) where !context.depends(n, on: x):
      return [.product(of: [n, .raised(u, to: n - 1), .partial(u, by: x)])]
    default: return []
    }
  }
}
