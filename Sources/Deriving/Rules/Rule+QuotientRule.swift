// The quotient rule.

import Notation

extension Rule {
  public static let quotientRule = Rule(
    id: "quotient-rule", name: "quotient rule",
    statement: Equation(
      d(u / v),
      .quotient(.sum([.product([d(u), v]), .negative(.product([u, d(v)]))]), .power(v, 2))),
    sentence: "Top′ times bottom minus top times bottom′, over the bottom squared.",
    hint: "This is a quotient.",
    question: "What is the derivative of u/v?",
    example: d(uOfX / vOfX),
    mistakes: [
      Mistake(
        name: "the terms above the line are exchanged",
        advice: "The derivative of the top comes first: u′ v − u v′."
      ) { _, after, _ in after.negated },
      Mistake(
        name: "the bottom is not squared",
        advice: "The bottom of the result is v²."
      ) { _, after, _ in
        var isNegative = false
        var fraction = after
        if case .negative(let a) = after { (isNegative, fraction) = (true, a) }
        guard case .quotient(let top, .power(let bottom, 2)) = fraction else { return nil }
        let wrong = Expression.quotient(top, bottom)
        return isNegative ? .negative(wrong) : wrong
      },
    ],
    needs: { before, _ in
      guard let (f, _) = RuleContext.parts(of: before), case .quotient(_, let v) = f else {
        return []
      }
      return [.different(v, 0)]
    }
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression), case .quotient(let u, let v) = f else {
      return []
    }
    let (du, dv) = (Expression.partial(u, by: x), Expression.partial(v, by: x))
    let first = context.depends(u, on: x) ? Expression.product(of: [du, v]) : 0
    let second = context.depends(v, on: x) ? Expression.product(of: [u, dv]) : 0
    if second == 0 { return [Factors.fraction(du, v)] }
    return [Factors.fraction(.sum(of: [first, second.negated]), .power(v, 2))]
  }
}
