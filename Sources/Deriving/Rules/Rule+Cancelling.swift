// What stands above and below the line goes.

import Notation

extension Rule {
  public static let cancelling = Rule(
    id: "cancelling", name: "cancel",
    statement: Equation(.quotient(.product([u, v]), v), u),
    sentence: "What stands above and below the line goes.",
    hint: "Something stands above and below the line.",
    question: "Which factor is it, and can it be 0?",
    example: .quotient(.product([uOfX, vOfX]), .product([2, .power(vOfX, 2)])),
    mistakes: [
      Mistake(
        name: "one factor too many is cancelled",
        advice: "For each factor that goes above, exactly one goes below."
      ) { _, after, _ in
        var factors = Factors(after)
        guard let position = factors.list.lastIndex(where: { !$0.isConstant }) else { return nil }
        factors.remove(at: position)
        return factors.expression
      }
    ],
    needs: { before, _ in Factors(before).cancelled?.bases.map { .different($0, 0) } ?? [] }
  ) { expression, _ in
    switch expression {
    case .product, .quotient, .negative:
      Factors(expression).cancelled.map { [$0.rest.expression] } ?? []
    default: []
    }
  }
}
