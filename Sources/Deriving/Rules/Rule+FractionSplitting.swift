// A fraction with a sum above the line, split.

import Notation

extension Rule {
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
}
