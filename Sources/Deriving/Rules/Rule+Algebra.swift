// Algebra: distributing, cancelling, collecting, factoring, fractions, signs.

import Notation

extension Rule {
  public static let distributing = Rule(
    id: "distributing", name: "distribute",
    statement: Equation(
      .product([.letter("c"), .sum([u, v])]),
      .sum([.product([.letter("c"), u]), .product([.letter("c"), v])])),
    sentence: "A factor in front of a bracket multiplies every term in it.",
    hint: "A factor stands before a bracket.",
    question: "What is each term times that factor?",
    example: .product([x, .sum([.exp(x), .negative(.power(x, 2))])]),
    mistakes: [
      Mistake(
        name: "only the first term is multiplied",
        advice: "The factor belongs to every term of the bracket."
      ) { before, after, _ in
        let factors = Factors(before)
        guard let bracket = factors.list.first(where: { $0.base.isSum }), after.terms.count > 1
        else {
          return nil
        }
        return .sum(of: [after.terms[0]] + bracket.base.terms.dropFirst())
      },
      Mistake(
        name: "a sign is lost",
        advice: "Minus times minus is plus; write each sign down."
      ) { _, after, _ in
        guard let position = after.terms.firstIndex(where: \.isNegative) else { return nil }
        var terms = after.terms
        terms[position] = terms[position].negated
        return .sum(of: terms)
      },
    ]
  ) { expression, _ in
    if case .sum = expression {
      let terms = expression.expandedTerms
      return terms == expression.terms ? [] : [.sum(of: terms)]
    }
    if case .power(.sum(let terms), 2) = expression {
      return [.sum(of: terms.flatMap { u in terms.map { .product(of: [u, $0]) } })]
    }
    return Factors(expression).distributions
  }

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

  public static let collecting = Rule(
    id: "collecting", name: "collect like terms",
    statement: Equation(.sum([u, .negative(v), v]), u),
    sentence: "Terms that are the same but for a number are added; opposite ones go.",
    hint: "Some terms are the same but for a number.",
    question: "Which terms can be added?",
    example: .sum([x, .negative(.product([x, .exp(x)])), .product([.exp(x), x]), .power(x, 2)]),
    mistakes: [
      Mistake(
        name: "opposite terms are added instead of cancelled",
        advice: "u − u is 0."
      ) { before, after, _ in
        guard let gone = before.terms.first(where: { !after.terms.contains($0) }) else {
          return nil
        }
        return .sum(of: after.terms + [gone])
      }
    ]
  ) { expression, _ in
    guard case .sum = expression else { return [] }
    let terms = expression.terms
    let collected = Expression.collecting(terms)
    return collected.terms.count < terms.count ? [collected] : []
  }

  public static let factoring = Rule(
    id: "factoring", name: "take out the common factor",
    statement: Equation(
      .sum([.product([.letter("c"), u]), .product([.letter("c"), v])]),
      .product([.letter("c"), .sum([u, v])])),
    sentence: "A factor that every term has can be written once, before a bracket.",
    hint: "All terms have something in common.",
    question: "Which factor does every term have?",
    example: .sum([.product([.power(x, 2), .exp(x)]), .negative(x)]),
    mistakes: [
      Mistake(
        name: "the factor is left in a term",
        advice: "What is taken out is gone from every term."
      ) { before, after, _ in
        guard case .product(let factors) = after, case .sum(let terms) = factors[factors.count - 1],
          let first = before.terms.first
        else { return nil }
        return .product(of: Array(factors.dropLast()) + [.sum(of: [first] + terms.dropFirst())])
      },
      .wrongSign,
    ]
  ) { expression, _ in
    guard case .sum = expression, let common = Expression.commonFactor(of: expression.terms) else {
      return []
    }
    var product = common.factor
    // A sum that is itself a sum of signs only is no gain.
    product.append(Factor(base: .sum(of: common.rest), exponent: 1))
    return [product.expression]
  }

  public static let fractionSplitting = Rule(
    id: "fraction-splitting", name: "split the fraction",
    statement: Equation(
      .quotient(.sum([u, v]), .letter("w")),
      .sum([.quotient(u, .letter("w")), .quotient(v, .letter("w"))])),
    sentence: "Every term above the line gets the line for itself.",
    hint: "There is a sum above the line.",
    question: "What is each of its terms over the same bottom?",
    example: .quotient(.sum([.exp(x), .negative(x)]), vOfX),
    mistakes: [
      Mistake(
        name: "only one term keeps the bottom",
        advice: "Every term above the line keeps the whole bottom."
      ) { before, after, _ in
        guard case .quotient(let top, _) = before, let first = top.terms.first else { return nil }
        return .sum(of: [first] + after.terms.dropFirst())
      }
    ]
  ) { expression, _ in
    // A sum in brackets above the line stays together: it may be the bottom itself.
    guard case .quotient(.sum(let terms), let bottom) = expression else { return [] }
    return [.sum(of: terms.map { Factors.fraction($0, bottom).tidied })]
  }

  public static let completing = Rule(
    id: "completing", name: "write the top through the bottom",
    statement: Equation(
      .quotient(v, .sum([u, v])),
      .quotient(.sum([.sum([u, v]), .negative(u)]), .sum([u, v]))),
    sentence: "Adding and subtracting the same changes nothing: v is (u + v) − u.",
    hint: "What is above the line is part of what is below.",
    question: "How can the top be written with the bottom in it?",
    example: .quotient(.exp(x), .power(.sum([1, .exp(x)]), 2)),
    mistakes: [
      Mistake(
        name: "what was added is not subtracted",
        advice: "v is (u + v) − u: the u has to go again."
      ) { _, after, _ in
        guard case .quotient(let top, let bottom) = after, case .sum(let terms) = top else {
          return nil
        }
        return .quotient(terms[0], bottom)
      }
    ]
  ) { expression, _ in
    guard case .quotient(let top, let bottom) = expression, !top.isSum else { return [] }
    var base = bottom
    if case .power(let b, _) = bottom { base = b }
    guard case .sum(let terms) = base, let position = terms.firstIndex(of: top) else { return [] }
    var others = terms
    others.remove(at: position)
    return [.quotient(.sum([base] + others.map(\.negated)), bottom)]
  }

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
      let bottom = terms.lazy.compactMap({ $0.bottom }).first
    else { return [] }
    let tops = terms.map { term -> Expression in
      var product = Factors(term)
      product.multiply(by: bottom)
      return product.cancelled?.rest.expression ?? product.expression
    }
    return [.quotient(.sum(of: tops), bottom)]
  }

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
    guard
      let position = factors.list.firstIndex(where: {
        $0.exponent == 1 && $0.base.isSum && $0.base.terms.contains(where: \.isNegative)
      })
    else { return [] }
    let turned = factors.list[position].base.terms.map(\.negated)
    let ordered = turned.filter { !$0.isNegative } + turned.filter(\.isNegative)
    factors.replaceBase(at: position, by: .sum(of: ordered))
    factors.isNegative.toggle()
    return [factors.expression]
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

extension Factors {
  mutating func replaceBase(at position: Int, by base: Expression) {
    var new = Factors()
    (new.isNegative, new.above, new.below) = (isNegative, above, below)
    for (place, factor) in list.enumerated() {
      new.append(place == position ? Factor(base: base, exponent: factor.exponent) : factor)
    }
    self = new
  }

  /// The product with what stands above and below the line gone, and what went.
  var cancelled: (rest: Factors, bases: [Expression])? {
    var rest = self
    var bases: [Expression] = []
    var position = 0
    while position < rest.list.count {
      let factor = rest.list[position]
      guard factor.exponent > 0,
        let other = rest.list.firstIndex(where: {
          $0.exponent < 0 && $0.base.isSame(as: factor.base)
        })
      else {
        position += 1
        continue
      }
      let exponent = factor.exponent + rest.list[other].exponent
      bases.append(factor.base)
      rest.setExponent(Swift.max(0, exponent), at: position)
      rest.setExponent(Swift.min(0, exponent), at: other)
      for place in [position, other].sorted(by: >) where rest.list[place].exponent == 0 {
        rest.remove(at: place)
      }
      position = 0
    }
    let divisor = Self.greatestCommonDivisor(above, below)
    if divisor > 1 {
      rest.above /= divisor
      rest.below /= divisor
    } else if bases.isEmpty {
      return nil
    }
    return (rest, bases.filter { !$0.isConstant })
  }

  /// The largest whole number that divides both; 1 where one is not whole.
  static func greatestCommonDivisor(_ a: Double, _ b: Double) -> Double {
    guard a == a.rounded(), b == b.rounded(), a >= 0, b >= 0, a + b > 0, a < 0x1p50, b < 0x1p50
    else { return 1 }
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    return a
  }

  /// The ways to multiply a bracket by other factors: those that then cancel first, all others next.
  var distributions: [Expression] {
    var results: [Expression] = []
    for position in list.indices where list[position].exponent == 1 && list[position].base.isSum {
      let terms = list[position].base.terms
      let below = Set(terms.flatMap { Factors($0).list.filter { $0.exponent < 0 }.map(\.base) })
      let cancelling = list.indices.filter {
        $0 != position && list[$0].exponent > 0 && below.contains(list[$0].base)
      }
      let others = list.indices.filter { $0 != position && !list[$0].isConstant }
      for inside in [cancelling, others] where !inside.isEmpty {
        results.append(distributing(inside, into: position))
      }
      if list.count == 1 || others.count + 1 < list.count {
        results.append(distributingAll(into: position))
      }
    }
    return results
  }

  /// Everything in front of a bracket multiplied into it, the sign and the constants too.
  private func distributingAll(into position: Int) -> Expression {
    var rest = self
    rest.remove(at: position)
    return .sum(
      of: list[position].base.terms.map { term in
        var product = rest
        product.multiply(by: term)
        return product.expression
      })
  }

  /// Some factors multiplied into a bracket, term by term; the rest stays in front.
  private func distributing(_ inside: [Int], into position: Int) -> Expression {
    let terms = list[position].base.terms.map { term -> Expression in
      var product = Factors()
      for place in inside.filter({ $0 < position }) { product.append(list[place]) }
      product.multiply(by: term)
      for place in inside.filter({ $0 > position }) { product.append(list[place]) }
      return product.expression
    }
    var rest = Factors()
    (rest.isNegative, rest.above, rest.below) = (isNegative, above, below)
    for place in list.indices where !inside.contains(place) {
      rest.append(place == position ? Factor(base: .sum(of: terms), exponent: 1) : list[place])
    }
    return rest.expression
  }
}
