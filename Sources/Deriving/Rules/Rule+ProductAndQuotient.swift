// The product rule and the quotient rule.

import Notation

extension Rule {
  public static let productRule = Rule(
    id: "product-rule", name: "product rule",
    statement: Equation(d(u * v), .sum([.product([d(u), v]), .product([u, d(v)])])),
    sentence: "Of a product, each factor is differentiated in turn while the others stay.",
    hint: "Two factors change at the same time.",
    question: "What is the derivative of u v?",
    example: d(uOfX * vOfX),
    mistakes: [
      .dropping(
        "only one factor is differentiated", "Every factor that changes gives a term.", term: 1),
      Mistake(
        name: "the derivatives are multiplied",
        advice: "(u v)′ is u′ v + u v′, not u′ v′."
      ) { before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .product(let factors) = f else {
          return nil
        }
        return .product(of: factors.map { .partial($0, by: x) })
      },
    ]
  ) { expression, _ in
    guard let (f, x) = RuleContext.parts(of: expression), case .product(let factors) = f else {
      return []
    }
    return [
      .sum(
        of: factors.indices.map { position in
          .product(
            of: factors.enumerated().map {
              $0.offset == position ? .partial($0.element, by: x) : $0.element
            })
        })
    ]
  }

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

extension Factors {
  /// A fraction, its sign in front.
  static func fraction(_ above: Expression, _ below: Expression) -> Expression {
    if case .negative(let a) = above { return .negative(.quotient(a, below)) }
    return above == 0 ? 0 : .quotient(above, below)
  }
}
