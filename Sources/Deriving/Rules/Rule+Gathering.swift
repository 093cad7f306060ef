// Two sums over the same index become one.

import Notation

extension Rule {
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
