// Mistakes in FP1: who makes one has wrong numbers everywhere, and right equations all the way back.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let biasesLeftOut = NetworkMistake(
    "biases-left-out", "FP1", "z without b", formula: "W^(ℓ) a^(ℓ−1) for W^(ℓ) a^(ℓ−1) + b^(ℓ)",
    lesson:
      "A weighted input is the weighted sum and the bias; a network without biases is another "
      + "network, with another cost."
  ) { equation, _ in
    guard equation.quantity == .weightedInput, case .sum(let terms) = equation.right else {
      return nil
    }
    let left = terms.filter { $0.letters.first?.name != "b" }
    return left.count == 1 ? left[0] : .sum(left)
  }

  static let transposedWeightsForward = NetworkMistake(
    "transposed-weights-forward", "FP1", "W transposed in the forward pass",
    formula: "(W^(ℓ))ᵀ a^(ℓ−1) + b^(ℓ)",
    lesson:
      "w_ij goes from node j to node i, so z_i sums over the second index: W a, or a Wᵀ where "
      + "examples are rows. A square W fits both ways and hides it."
  ) { equation, place in
    guard equation.quantity == .weightedInput, case let l = equation.layer!,
      place.isSameSize(l, l - 1)
    else { return nil }
    return equation.right.replacingLetters {
      $0.name == "w" ? .letter(Letter("w", nodes: $0.nodes.reversed(), layer: $0.layer)) : nil
    }
  }
}
