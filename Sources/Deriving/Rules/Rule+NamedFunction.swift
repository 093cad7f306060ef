// The derivative of a function that has a name only: g(u).

import Notation

extension Rule {
  public static let namedFunction = Rule(
    id: "named-function", name: "derivative of g",
    statement: Equation(
      d(.call("g", primes: 0, u)), .product([.call("g", primes: 1, u), d(u)])),
    sentence: "The slope of g at u, times the derivative of u.",
    hint: "Here is a function of something that changes.",
    question: "What is the derivative of g(u)?",
    example: d(.call("g", primes: 0, .letter("x"))),
    mistakes: [
      .withoutInnerDerivative,
      Mistake(name: "g instead of g′", advice: "The factor is the slope g′, not the value g.") {
        before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .call(_, 0, let u) = f else {
          return nil
        }
        return .product(of: [f, .partial(u, by: x)])
      },
    ]
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .call(let g, 0, let u) = f else {
      return []
    }
    return [.product(of: [.call(g, primes: 1, u), .partial(u, by: x)])]
  }
}
