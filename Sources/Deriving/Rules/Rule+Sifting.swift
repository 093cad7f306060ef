// Sifting: of a sum with [i = k] in every term, one term is left.

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
