// The derivative of a max, on either side of its kink.

import Notation

extension Rule {
  public static let maximum = Rule(
    id: "maximum", name: "derivative of a maximum",
    statement: Equation(
      d(.max(u, v)),
      .sum([
        .product([.bracket(u, .greaterOrEqual, v), d(u)]),
        .product([.bracket(v, .greater, u), d(v)]),
      ])),
    sentence: "The larger one decides: its derivative counts, the other one's does not.",
    hint: "Which of the two is larger?",
    question: "On which side of the kink is the point, and what is the slope there?",
    example: d(.max(0, .power(x, 3) - 1)),
    mistakes: [
      Mistake(name: "the bracket is left out", advice: "On the flat side the slope is 0.") {
        before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .max(_, let b, _) = f else {
          return nil
        }
        return .partial(b, by: x)
      },
      Mistake(name: "the sides are exchanged", advice: "The slope belongs to the larger one.") {
        before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .max(let a, let b, _) = f else {
          return nil
        }
        return .sum(of: [
          .product(of: [.bracket(b, .greater, a), .partial(a, by: x)]),
          .product(of: [.bracket(a, .greaterOrEqual, b), .partial(b, by: x)]),
        ])
      },
    ],
    needs: { before, _ in
      guard let (f, _) = RuleContext.parts(of: before), case .max(let a, let b, _) = f else {
        return []
      }
      return [.different(a == 0 ? b : a, a == 0 ? a : b)]
    }
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression), case .max(let a, let b, let tie) = f
    else {
      return []
    }
    let first = Expression.bracket(a, tie == .first ? .greaterOrEqual : .greater, b)
    let second = Expression.bracket(b, tie == .first ? .greater : .greaterOrEqual, a)
    return [
      .sum(of: [
        context.depends(a, on: x) ? .product(of: [first, .partial(a, by: x)]) : 0,
        context.depends(b, on: x) ? .product(of: [second, .partial(b, by: x)]) : 0,
      ])
    ]
  }
}
