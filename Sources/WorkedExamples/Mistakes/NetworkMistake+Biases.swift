// Mistakes in BP4, the gradient of the biases.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let penaltyOnBiases = NetworkMistake(
    "penalty-on-biases", "BP4", "the term of the penalty for biases too",
    formula: "Σ_m δ^(ℓ)(m) + λ/M b^(ℓ)",
    lesson:
      "The penalty sums over weights only: a large bias shifts a node and makes it no wilder, so it "
      + "costs nothing and adds nothing here.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .biasGradient,
      let weights = place.equation(.weightGradient, equation.layer!), let term = weights.penalty,
      let bias = equation.left.variableOfSlope
    else { return nil }
    return equation.right + term.replacingLetters { $0.name == "w" ? .letter(bias) : nil }
  }

  static let biasFromFirstExample = biasNotSummed("the first example") { _ in 1 }
  static let biasFromLastExample = biasNotSummed("the last example") { $0 }
  static func biasFromExample(_ m: Int) -> NetworkMistake {
    biasNotSummed("example \(m)") { _ in m }
  }

  private static func biasNotSummed(
    _ which: String, _ example: @escaping @Sendable (Int) -> Int
  ) -> NetworkMistake {
    NetworkMistake(
      "bias-not-summed", "BP4", "δ of \(which) alone instead of the sum over m",
      formula: "δ^(ℓ)(m) of one example m",
      lesson:
        "One bias serves every example, so its derivative is the sum of δ over all of them: the sum "
        + "of Δ's columns.", onPaper: true
    ) { equation, place in
      equation.quantity == .biasGradient ? equation.right.ofExample(example(place.examples)) : nil
    }
  }

  static let biasAveraged = NetworkMistake(
    "bias-averaged", "BP4", "the gradient of the biases alone divided by M once more",
    formula: "1/M Σ_m δ^(ℓ)(m)",
    lesson:
      "δ has the 1/M of the cost in it already. A mean over the examples in place of the sum divides "
      + "by M twice.", reach: .around
  ) { equation, place in
    equation.quantity == .biasGradient && place.examples > 1 ? 1 / .M * equation.right : nil
  }

  static let biasNotAveraged = NetworkMistake(
    "bias-not-averaged", "BP4", "the gradient of the biases alone without 1/M",
    formula: "M Σ_m δ^(ℓ)(m)",
    lesson:
      "The 1/M of the cost belongs to every derivative. Where ∇W gets it from a division of its own, "
      + "∇b needs the same one.", reach: .around
  ) { equation, place in
    equation.quantity == .biasGradient && place.examples > 1 ? .M * equation.right : nil
  }

  static let biasSummedOverNodes = NetworkMistake(
    "bias-summed-over-nodes", "BP4", "δ summed over the nodes as well, one number for all biases",
    formula: "Σ_n Σ_m δ_n^(ℓ)(m)",
    lesson:
      "Each node has a bias of its own, so δ is summed over the examples only: along one axis, and "
      + "not over the whole array.", reach: .around
  ) { equation, place in
    guard equation.quantity == .biasGradient, place.network.size(equation.layer!) > 1,
      let i = equation.left.variableOfSlope?.node
    else { return nil }
    let n = Index("n", i.range)
    return .summation(n, excluding: nil, equation.right.substituting(i, by: n))
  }

  static let biasLeftAtZero = NetworkMistake(
    "bias-left-at-zero", "BP4", "no gradient of the biases, 0", formula: "0 for Σ_m δ^(ℓ)(m)",
    lesson:
      "A bias is a parameter like any other, a weight from a node that is always 1; its derivative "
      + "is the sum of δ.", reach: .whole
  ) { equation, _ in
    equation.quantity == .biasGradient ? 0 : nil
  }
}
