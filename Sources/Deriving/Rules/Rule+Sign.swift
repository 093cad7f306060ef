// A minus before a bracket is brought into it.

import Notation

extension Rule {
  public static let sign = Rule(
    id: "sign", name: "turn the sign",
    statement: Equation(.negative(.sum([u, .negative(v)])), .sum([v, .negative(u)])),
    sentence: "A minus before a bracket turns every sign in it.",
    hint: "There is a minus before a bracket.",
    question: "What happens to the signs in the bracket?",
    example: .negative(.product([.quotient(1, .letter("M")), .sum([.exp(x), .negative(x)])])),
    mistakes: [
      Mistake(
        name: "only the first sign is turned",
        advice: "A minus before a bracket turns every sign in it."
      ) { _, after, _ in
        var factors = Factors(after)
        guard let position = factors.list.firstIndex(where: { $0.base.isSum }) else { return nil }
        let terms = factors.list[position].base.terms
        factors.remove(at: position)
        factors.append(
          Factor(base: .sum(of: [terms[0].negated] + terms.dropFirst()), exponent: 1))
        return factors.expression
      },
      .wrongSign,
    ]
  ) { expression, _ in
    guard expression.isNegative else { return [] }
    var factors = Factors(expression)
    for (position, factor) in factors.list.enumerated() where factor.exponent == 1 {
      guard let turned = factor.base.turned else { continue }
      factors.replaceBase(at: position, by: turned)
      factors.isNegative.toggle()
      return [factors.expression]
    }
    return []
  }
}

extension Expression {
  /// The sum with every sign turned, positive terms first, also below a Σ; `nil` where it has no minus.
  fileprivate var turned: Expression? {
    switch self {
    case .sum:
      let turned = terms.map(\.negated)
      guard turned.contains(where: { !$0.isNegative }), terms.contains(where: \.isNegative) else {
        return nil
      }
      return .sum(of: turned.filter { !$0.isNegative } + turned.filter(\.isNegative))
    case .summation(let index, let excluded, let body):
      return body.turned.map { .summation(index, excluding: excluded, $0) }
    default: return nil
    }
  }
}

extension Factors {
  mutating func replaceBase(at position: Int, by base: Expression) {
    var new = Factors()
    (new.isNegative, new.above, new.below) = (isNegative, above, below)
    for (place, factor) in list.enumerated() {
      new.append(place == position ? Factor(base: base, exponent: factor.exponent) : factor)
    }
    self = new
  }
}
