// Linearity: the derivative of a sum, of a multiple.

import Notation

extension Rule {
  public static let linearity = Rule(
    id: "linearity", name: "linearity",
    statement: Equation(
      d(.letter("c") * u + v), .sum([.product([.letter("c"), d(u)]), d(v)])),
    sentence:
      "Derivatives are taken term by term; a constant factor stays in front, a constant term goes.",
    hint: "Sums and constant factors can be dealt with first.",
    question: "What is added here, and which factors do not change?",
    example: d(3 * uOfX - vOfX),
    mistakes: [
      .dropping("a term is forgotten", "Every term of the sum gets its derivative.", term: 1),
      Mistake(
        name: "the constant factor is lost",
        advice: "A constant in a product stays; only one that is added goes."
      ) { _, after, _ in
        guard case .product(let factors) = after, factors.count > 1,
          case .partial = factors[factors.count - 1]
        else { return nil }
        return factors[factors.count - 1]
      },
      .wrongSign,
    ]
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression), context.depends(f, on: x) else {
      return []
    }
    if let multiple = f.multiple, multiple.letter.isElement(ofSame: x) { return [] }
    switch f {
    case .sum(let terms):
      return [
        .sum(
          of: terms.filter { context.depends($0, on: x) }.map { Self.derivative($0, x, context) })
      ]
    case .negative, .product, .quotient, .summation:
      let result = Self.derivative(f, x, context)
      return result == expression ? [] : [result]
    default: return []
    }
  }

  /// The derivative of a term, its constant factors and its sums taken out.
  private static func derivative(
    _ term: Expression, _ x: Letter, _ context: RuleContext
  ) -> Expression {
    if case .summation = term {
      // ∂/∂x_k of a sum over k: the sum gets another index first.
      let renamed = term.renamingBound(avoiding: Set(x.indices))
      guard case .summation(let index, let excluded, let body) = renamed else { return term }
      return .summation(index, excluding: excluded, derivative(body, x, context))
    }
    if case .negative(let a) = term { return derivative(a, x, context).negated }
    var constants = Factors(term)
    let own = constants.only { context.depends($0.base, on: x) }
    constants = own.list.reduce(constants) { rest, factor in
      var rest = rest
      rest.remove(at: rest.list.firstIndex(of: factor)!)
      return rest
    }
    if constants.isOne { return .partial(term, by: x) }
    if own.list.isEmpty { return .partial(term, by: x) }
    let inner = own.expression
    // Only if something is left in front: a sum directly behind the constants is opened at once.
    let rest: Expression
    if case .summation = inner {
      rest = derivative(inner, x, context)
    } else {
      rest = .partial(inner, by: x)
    }
    return .product(of: [constants.expression, rest])
  }
}

extension Expression {
  /// A number of the problem times a letter: 2x, −z.
  var multiple: (factor: Expression, letter: Letter)? {
    // Also a number of the problem itself, where something is differentiated by it.
    if case .letter(let letter) = self { return (1, letter) }
    var factors = Factors(self)
    guard
      let position = factors.list.firstIndex(where: { !$0.isConstant }),
      factors.list[position].exponent == 1, case .letter(let letter) = factors.list[position].base
    else { return nil }
    factors.remove(at: position)
    return factors.list.allSatisfy(\.isConstant) ? (factors.expression, letter) : nil
  }
}
