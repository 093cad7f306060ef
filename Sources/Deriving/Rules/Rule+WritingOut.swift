// A sum over a range of two, written out.

import Notation

extension Rule {
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
}
