// The derivative of e^u.

import Notation

extension Rule {
  public static let exponential = Rule(
    id: "exponential", name: "derivative of e^u",
    statement: Equation(d(.exp(u)), .product([.exp(u), d(u)])),
    sentence: "e^u is its own derivative, times the derivative of the exponent.",
    hint: "Look at the exponent.",
    question: "What is the derivative of e^u?",
    example: d(.exp(-vOfX)),
    mistakes: [.withoutInnerDerivative]
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .function(.exp, let u) = f else {
      return []
    }
    return [.product(of: [f, .partial(u, by: x)])]
  }
}
