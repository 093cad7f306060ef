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
      ) { before, after, _ in
        guard case .summation(let index, nil, let body) = before,
          let other = body.sifted(index)?.other, other.position == nil
        else { return nil }
        return after.substituting(other, by: Index(1, of: other.range))
      },
    ]
  ) { expression, _ in
    guard case .summation(let index, nil, let body) = expression else { return [] }
    guard let (rest, other) = body.sifted(index) else { return [] }
    return [rest.substituting(index, by: other).tidied]
  }
}

extension Expression {
  /// The terms without the bracket [i = k] that every one of them has, and the k; `nil` where one has
  /// none or they have different ones: then it is none of the sum's business yet.
  fileprivate func sifted(_ index: Index) -> (rest: Expression, other: Index)? {
    let sifted = terms.compactMap { Factors($0).sifted(index) }
    guard sifted.count == terms.count, let other = sifted.first?.other,
      sifted.allSatisfy({ $0.other == other })
    else { return nil }
    return (.sum(of: sifted.map(\.rest)), other)
  }
}

extension Factors {
  /// The product without its bracket [i = k], and the k; `nil` where it has none. The bracket may stand
  /// in every term of a factor that is a sum.
  fileprivate func sifted(_ index: Index) -> (rest: Expression, other: Index)? {
    for (position, factor) in list.enumerated() where factor.exponent == 1 {
      var rest = self
      rest.remove(at: position)
      switch factor.base {
      case .same(let a, let b) where a == index || b == index:
        let other = a == index ? b : a
        guard other.range == index.range, other != index else { continue }
        return (rest.expression, other)
      case .sum:
        guard let (inner, other) = factor.base.sifted(index) else { continue }
        rest.multiply(by: inner)
        return (rest.expression, other)
      default: continue
      }
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
