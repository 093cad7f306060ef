// What a mistake makes of an expression, where it is one: ∂z/∂b is 1, and to forget it does no harm.

import Notation

extension Rule.Mistake {
  /// What someone writes who makes the mistake, from the expression before and the right one after;
  /// `nil` where the mistake cannot be made, or where what comes out is right all the same.
  func wrong(
    _ before: Expression, _ after: Expression, _ context: RuleContext
  ) -> Expression? {
    guard let wrong = made(before, after, context) else { return nil }
    return context.carryingOut(wrong).isSame(as: context.carryingOut(after)) ? nil : wrong
  }
}

extension RuleContext {
  /// The expression with its derivatives carried out, as far as what they are of is known.
  fileprivate func carryingOut(_ expression: Expression) -> Expression {
    var chain = Chain(hidingUnknown(expression).tidied, context: self)
    // Where a derivative is left, the others are carried out.
    try? chain.differentiate()
    return chain.right
  }

  /// Derivatives of letters that nothing here defines: they are not 0, but they are not known.
  private func hidingUnknown(_ expression: Expression) -> Expression {
    if case .partial(.letter(let quantity), let x) = expression, value(of: quantity) == nil,
      !quantity.isElement(ofSame: x)
    {
      return .call("∂", primes: 0, .product([.letter(quantity), .letter(x)]))
    }
    return expression.mappingParts(hidingUnknown)
  }
}
