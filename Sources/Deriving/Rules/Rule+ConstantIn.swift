// A factor is brought into a sum.

import Notation

extension Rule {
  /// The other way round: a factor into the sum.
  public static let constantIn = Rule(
    id: "constant-in", name: "bring the factor into the sum",
    statement: Equation(
      .product([v, .sum(over: .i, .letter("u", .i))]),
      .sum(over: .i, .product([v, .letter("u", .i)]))),
    sentence: "A factor in front of a sum multiplies every term of it.",
    hint: "A factor stands in front of a sum.",
    question: "What is each term of the sum times that factor?",
    example: .product([.letter("u", .k), .sum(over: .i, .power(.letter("u", .i), 2))]),
    mistakes: [
      Mistake(
        name: "the factor is lost", advice: "Every term of the sum gets the factor."
      ) { before, _, _ in
        Factors(before).list.map(\.base).first {
          if case .summation = $0 { true } else { false }
        }
      }
    ]
  ) { expression, context in
    var factors = Factors(expression)
    guard
      let position = factors.list.firstIndex(where: {
        if case .summation(_, nil, _) = $0.base { $0.exponent == 1 } else { false }
      }), factors.list.count > 1
    else { return [] }
    let sum = factors.list[position].base
    let taken = factors.list.reduce(context.taken) { $0.union($1.base.freeIndices) }
    factors.remove(at: position)
    let clashes = factors.list.contains { $0.base.freeIndices.contains(sum.boundIndex!) }
    let renamed = clashes ? sum.renamingBound(avoiding: taken) : sum
    guard case .summation(let index, nil, let body) = renamed else { return [] }
    // The body stands where the sum stood.
    var (inner, whole) = (Factors(), Factors())
    for (place, factor) in factors.list.enumerated() {
      if place == position {
        inner.multiply(by: body)
        whole.multiply(by: body)
      }
      if !factor.isConstant { inner.append(factor) }
      whole.append(factor)
    }
    if position == factors.list.count {
      inner.multiply(by: body)
      whole.multiply(by: body)
    }
    var outer = factors.only(where: \.isConstant)
    (outer.isNegative, outer.above, outer.below) = (
      factors.isNegative, factors.above, factors.below
    )
    var numbers = outer.only { _ in false }
    (numbers.isNegative, numbers.above, numbers.below) = (
      outer.isNegative, outer.above, outer.below
    )
    outer.append(Factor(base: .summation(index, excluding: nil, inner.expression), exponent: 1))
    numbers.append(Factor(base: .summation(index, excluding: nil, whole.expression), exponent: 1))
    // Without the constants of the problem, or with them.
    return [outer.expression, numbers.expression]
  }
}
