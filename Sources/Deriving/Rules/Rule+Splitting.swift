// A sum of sums, split.

import Notation

extension Rule {
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
}
