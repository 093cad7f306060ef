// A sum of equal terms is their number times the term.

import Notation

extension Rule {
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
}

extension Expression {
  /// How many values an index has: K, M, s_ℓ.
  static func size(of range: Index.Range) -> Expression? {
    switch range {
    case .examples: .letter("M")
    case .nodes(.last): .letter("K")
    case .nodes(let layer): .letter("s", layer: layer)
    case .powers, .parameters, .steps: nil
    }
  }
}
