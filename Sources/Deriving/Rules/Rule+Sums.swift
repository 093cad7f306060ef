// Sums over an index: sifting, splitting, taking out what does not depend on it, writing it out.

import Notation

extension Rule {
  public static let sifting = Rule(
    id: "sifting", name: "sift the sum",
    statement: Equation(
      .sum(over: .i, .product([.letter("u", .i), .same(.i, .k)])), .letter("u", .k)),
    sentence:
      "Of all terms only the one with i = k is left, because the bracket is 0 for every other.",
    hint: "Most terms of the sum are 0.",
    question: "For which i is the bracket 1, and what is the term there?",
    example: .sum(over: .i, .product([.power(.letter("u", .i), 2), .same(.i, .k)])),
    mistakes: [
      Mistake(
        name: "the sum stays",
        advice: "After sifting, one term is left and no sum."
      ) { before, after, _ in
        guard case .summation(let index, _, let body) = before else { return nil }
        return .summation(index, excluding: nil, body.replacingBrackets(by: 1))
      },
      Mistake(
        name: "the index is not put in",
        advice: "What is left is the term with i = k: every i in it becomes k."
      ) { _, after, _ in
        guard let index = after.freeIndices.first(where: { $0.position == nil }) else { return nil }
        return after.substituting(index, by: Index(1, of: index.range))
      },
    ]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression else { return [] }
    // Every term has the same bracket, or it is none of the sum's business yet.
    var others: Set<Index> = []
    var sifted: [Expression] = []
    for term in body.terms {
      guard let (rest, other) = Factors(term).sifted(index) else { return [] }
      others.insert(other)
      sifted.append(rest)
    }
    guard let other = others.first, others.count == 1 else { return [] }
    return [Expression.sum(of: sifted).substituting(index, by: other).tidied]
  }

  public static let splitting = Rule(
    id: "splitting", name: "split the sum",
    statement: Equation(
      .sum(over: .i, .letter("u", .i) + .letter("v", .i)),
      .sum(over: .i, .letter("u", .i)) + .sum(over: .i, .letter("v", .i))),
    sentence: "A sum of sums can be added up in any order: first all u, then all v.",
    hint: "Every term of this sum is a sum itself.",
    question: "Can the parts be added up one after the other?",
    example: .sum(over: .i, .power(.letter("u", .i), 2) - .letter("u", .i)),
    mistakes: [.dropping("a part is forgotten", "Every part gets its own sum.", term: 1)]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression else { return [] }
    let terms = body.terms
    guard terms.count > 1 else { return [] }
    return [
      .sum(
        of: terms.map { term in
          if case .negative(let a) = term { return .negative(.summation(index, excluding: nil, a)) }
          return .summation(index, excluding: nil, term)
        })
    ]
  }

  public static let constantOut = Rule(
    id: "constant-out", name: "what does not depend on the index comes out of the sum",
    statement: Equation(
      .sum(over: .i, .product([v, .letter("u", .i)])),
      .product([v, .sum(over: .i, .letter("u", .i))])),
    sentence: "A factor that is the same in every term can be written once, in front of the sum.",
    hint: "Not every factor knows the index of the sum.",
    question: "Which factors are the same in every term?",
    example: .sum(over: .i, .product([.letter("u", .k), .power(.letter("u", .i), 2)])),
    mistakes: [
      Mistake(
        name: "a factor is lost on the way",
        advice: "What comes out of the sum stands in front of it."
      ) { _, after, _ in
        Factors(after).list.map(\.base).first {
          if case .summation = $0 { true } else { false }
        }
      }
    ]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression else { return [] }
    var inside = Factors(body)
    var outside = Factors()
    outside.isNegative = inside.isNegative
    (outside.above, outside.below) = (inside.above, inside.below)
    (inside.isNegative, inside.above, inside.below) = (false, 1, 1)
    for factor in inside.list where !factor.base.freeIndices.contains(index) {
      outside.append(factor)
    }
    let left = inside.only { $0.base.freeIndices.contains(index) }
    if outside.isOne || left.list.isEmpty { return [] }
    let sum = Expression.summation(index, excluding: nil, left.expression)
    // In front of the sum, or behind it.
    var behind = Factors(sum)
    behind.multiply(by: outside.expression)
    outside.multiply(by: sum)
    return [outside.expression, behind.expression]
  }

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
    var inner = factors.only { !$0.isConstant }
    inner.multiply(by: body)
    var outer = factors.only(where: \.isConstant)
    (outer.isNegative, outer.above, outer.below) = (
      factors.isNegative, factors.above, factors.below
    )
    outer.append(Factor(base: .summation(index, excluding: nil, inner.expression), exponent: 1))
    return [outer.expression]
  }

  /// Σ of the same number.
  public static let counting = Rule(
    id: "counting", name: "count the terms",
    statement: Equation(.sum(over: .k, u), .product([.letter("K"), u])),
    sentence: "A sum of equal terms is their number times the term.",
    hint: "The term does not depend on the index at all.",
    question: "How many terms are there?",
    example: .sum(over: .k, 3),
    mistakes: [
      Mistake(
        name: "the number is forgotten", advice: "There are as many terms as the index has values."
      ) {
        before, _, _ in
        guard case .summation(_, _, let body) = before else { return nil }
        return body
      }
    ]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression,
      !body.freeIndices.contains(index), let size = Expression.size(of: index.range)
    else { return [] }
    return [.product(of: [size, body])]
  }

  /// Σ over a range of two, written out.
  public static let writingOut = Rule(
    id: "writing-out", name: "write the sum out",
    statement: Equation(
      .sum(over: .i, .letter("u", .i)),
      .letter("u", Index(1, of: .outputs)) + .letter("u", Index(2, of: .outputs))),
    sentence: "With two classes the sum has two terms.",
    hint: "How many terms does the sum have?",
    question: "What are they?",
    example: .sum(over: .i, .power(.letter("u", .i), 2)),
    mistakes: [.dropping("a term is forgotten", "With K = 2 there are two terms.", term: 1)],
    needs: { before, _ in
      guard case .summation(let index, _, _) = before else { return [] }
      return [.count(index.range, 2)]
    }
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression, index.range == .outputs else {
      return []
    }
    return [.sum(of: (1...2).map { body.substituting(index, by: Index($0, of: .outputs)) })]
  }

  /// Two sums over the same index become one.
  public static let gathering = Rule(
    id: "gathering", name: "gather the sums",
    statement: Equation(
      .sum(over: .i, .letter("u", .i)) + .sum(over: .i, .letter("v", .i)),
      .sum(over: .i, .letter("u", .i) + .letter("v", .i))),
    sentence: "Two sums over the same index can be added up term by term.",
    hint: "Two sums run over the same index.",
    question: "Can they be one sum?",
    example: .sum(over: .i, .power(.letter("u", .i), 2)) - .sum(over: .i, .letter("u", .i)),
    mistakes: [.wrongSign]
  ) { expression, _ in
    guard case .sum(let terms) = expression, terms.count > 1 else { return [] }
    var bodies: [Expression] = []
    var bound: Index?
    for term in terms {
      var (sum, isNegative) = (term, false)
      if case .negative(let a) = term { (sum, isNegative) = (a, true) }
      guard case .summation(let index, nil, let body) = sum, bound == nil || bound == index else {
        return []
      }
      bound = index
      bodies.append(isNegative ? .negative(body) : body)
    }
    return bound.map { [.summation($0, excluding: nil, .sum(of: bodies))] } ?? []
  }
}

extension Expression {
  /// How many values an index has: K, M, s_ℓ.
  static func size(of range: Index.Range) -> Expression? {
    switch range {
    case .examples: .letter("M")
    case .nodes(.last): .letter("K")
    case .nodes(let layer): .letter("s", layer: layer)
    case .powers: nil
    }
  }
}

extension Factors {
  /// The product without its bracket [i = k], and the k; `nil` where it has none.
  func sifted(_ index: Index) -> (rest: Expression, other: Index)? {
    for (position, factor) in list.enumerated() where factor.exponent == 1 {
      guard case .same(let a, let b) = factor.base, a == index || b == index else { continue }
      let other = a == index ? b : a
      guard other.range == index.range, other != index else { continue }
      var rest = self
      rest.remove(at: position)
      return (rest.expression, other)
    }
    return nil
  }
}

extension Expression {
  /// Every [i = k] replaced.
  func replacingBrackets(by value: Expression) -> Expression {
    if case .same = self { return value }
    return mappingParts { $0.replacingBrackets(by: value) }.tidied
  }
}
