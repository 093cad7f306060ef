// One fraction: u − v/w is (u w − v)/w.

import Notation

extension Rule {
  public static let commonDenominator = Rule(
    id: "common-denominator", name: "bring to one fraction",
    statement: Equation(
      .sum([u, .negative(.quotient(v, .letter("w")))]),
      .quotient(.sum([.product([u, .letter("w")]), .negative(v)]), .letter("w"))),
    sentence: "What stands beside a fraction is written over the same bottom.",
    hint: "A fraction stands beside something that is none.",
    question: "How is that written over the same bottom?",
    example: .sum([x, .negative(.quotient(1, .sum([1, .exp(x)])))]),
    mistakes: [
      Mistake(
        name: "the first term is not multiplied by the bottom",
        advice: "u is u w over w."
      ) { before, after, _ in
        guard case .quotient(let top, let bottom) = after, case .sum(let terms) = top,
          let first = before.terms.first
        else { return nil }
        return .quotient(.sum(of: [first] + terms.dropFirst()), bottom)
      }
    ]
  ) { expression, _ in
    guard case .sum(let terms) = expression,
      let bottom = terms.last(where: { $0.bottom != nil })?.bottom
    else { return [] }
    let tops = terms.map { term -> Expression in
      var product = Factors(term)
      product.multiply(by: bottom)
      return product.cancelled?.rest.expression ?? product.expression
    }
    return [.quotient(.sum(of: tops), bottom)]
  }
}

extension Expression {
  /// What stands below the line, if it is a fraction.
  fileprivate var bottom: Expression? {
    switch self {
    case .quotient(_, let bottom): bottom
    case .negative(let a): a.bottom
    default: nil
    }
  }
}
