// The sum of a geometric series: 1 + x + … + x^(t−1).

import Notation

extension Rule {
  public static let geometricSum = Rule(
    id: "geometric-sum", name: "geometric sum",
    statement: geometricStatement,
    sentence:
      "Times 1 − x, all powers of x from 0 to t − 1 cancel but for the first and the one behind the last.",
    hint: "Each term of the sum is the one behind it times the same number.",
    question: "What is left of the sum when it is multiplied by 1 − x?",
    example: .sum(
      over: Index("s", .steps),
      .raised(
        .letter("c"), to: .sum([.index(.step()), .negative(.index(Index("s", .steps)))]))),
    mistakes: [
      Mistake(
        name: "one power too few", advice: "t terms end with x^(t−1); what is left is x^t."
      ) { _, after, _ in
        guard case .quotient(.sum(let terms), let below) = after,
          case .negative(.raised(let base, let exponent)) = terms[1]
        else { return nil }
        return .quotient(1 - .raised(base, to: exponent - 1), below)
      },
      Mistake(
        name: "the bottom is forgotten",
        advice: "The sum was multiplied by 1 − x, so it is divided by it again."
      ) { _, after, _ in
        guard case .quotient(let above, _) = after else { return nil }
        return above
      },
    ],
    needs: { before, _ in before.geometricBase.map { [.different(1 - $0, 0)] } ?? [] }
  ) { expression, _ in
    guard let base = expression.geometricBase else { return [] }
    return [.quotient(1 - .raised(base, to: .index(.step())), 1 - base)]
  }

  private static let geometricStatement: Equation = {
    let s = Index("s", .steps)
    return Equation(
      .sum(over: s, .raised(x, to: .sum([.index(.step()), .negative(.index(s))]))),
      .quotient(1 - .raised(x, to: .index(.step())), 1 - x))
  }()
}

extension Expression {
  /// The x of Σ_s x^(t−s), s from 1 to t.
  fileprivate var geometricBase: Expression? {
    guard case .summation(let index, nil, .raised(let base, let exponent)) = self,
      index.range == .steps, !base.freeIndices.contains(index),
      exponent == .sum([.index(.step()), .negative(.index(index))])
    else { return nil }
    return base
  }
}
