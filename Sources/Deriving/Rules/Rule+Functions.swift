// Derivatives of powers, e^u, log u and functions that have a name only, each with its inner derivative.

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
      return [.different(u, 0)]
    }
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .function(.log, let u) = f else {
      return []
    }
    return [.product(of: [1 / u, .partial(u, by: x)])]
  }

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

  /// tanh and its like for what they mean, in exp and log.
  public static let elementary = Rule(
    id: "elementary-function", name: "what the function means",
    statement: Equation(.tanh(u), ElementaryFunction.tanh.definition(of: u)!),
    sentence: "tanh u, log(1 + u) and their like are short for something in e^u and log u.",
    hint: "One function here is an abbreviation.",
    question: "What does it mean in e^u and log u?",
    example: .tanh(vOfX),
    mistakes: [.wrongSign]
  ) { expression, _ in
    guard case .function(let f, let u) = expression, let meaning = f.definition(of: u) else {
      return []
    }
    return [meaning]
  }
}

extension Rule.Mistake {
  static let withoutInnerDerivative = Rule.Mistake(
    name: "the inner derivative is left out",
    advice: "Where the argument depends on x itself, its derivative is a factor."
  ) { _, after, _ in
    guard case .product(let factors) = after else { return nil }
    let left = factors.filter {
      if case .partial = $0 { false } else { true }
    }
    return left.count < factors.count && !left.isEmpty ? .product(of: left) : nil
  }
}
