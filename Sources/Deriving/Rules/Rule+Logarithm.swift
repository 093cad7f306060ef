// The derivative of log u.

import Notation

extension Rule {
  public static let logarithm = Rule(
    id: "logarithm", name: "derivative of log u",
    statement: Equation(d(.log(u)), .product([1 / u, d(u)])),
    sentence: "The derivative of log u is one over u, times the derivative of u.",
    hint: "Here is a logarithm.",
    question: "What is the derivative of log u?",
    example: d(.log(vOfX)),
    mistakes: [
      .withoutInnerDerivative,
      Mistake(name: "log u is differentiated to u", advice: "It is 1/u: u goes below the line.") {
        before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .function(.log, let u) = f else {
          return nil
        }
        return .product(of: [u, .partial(u, by: x)])
      },
    ],
    needs: { before, _ in
      guard let (f, _) = RuleContext.parts(of: before), case .function(.log, let u) = f else {
        return []
      }
      return [.positive(u)]
    }
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .function(.log, let u) = f else {
      return []
    }
    return [.product(of: [1 / u, .partial(u, by: x)])]
  }
}
