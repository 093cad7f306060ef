// The top of a fraction, written through its bottom.

import Notation

extension Rule {
  public static let completing = Rule(
    id: "completing", name: "add and subtract the same",
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
}
