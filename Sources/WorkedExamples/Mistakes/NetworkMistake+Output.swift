// Mistakes in BP1, the error of the output layer: factors and targets.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let missingAverage = NetworkMistake(
    "missing-average", "BP1", "the error of the output layer without 1/M", formula: "M δ^(L)",
    lesson:
      "The cost is an average over the M examples, so every example's share of it, and with it "
      + "δ^(L), has the factor 1/M.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .outputError, place.examples > 1,
      place.network.cost.scale.contains(.M)
    else { return nil }
    // ∂J/∂h ⊙ h′ has its 1/M in ∂J/∂h.
    return equation.right.contains(.M)
      ? equation.right.replacing([.M: 1]).tidied : .M * equation.right
  }

  static let doubled = scaled(
    "doubled", "the error of the output layer times 2", by: 2, formula: "2 δ^(L)",
    lesson:
      "Differentiating (h − y)² brings down one 2, which a ½ in front of the cost takes away again; a "
      + "cost of logarithms brings none.")
  static let halved = scaled(
    "halved", "the error of the output layer times ½", by: 1 / 2, formula: "½ δ^(L)",
    lesson:
      "A ½ in front of the cost is used up by the 2 of the square that is differentiated: it does not "
      + "stay, and where there is none the 2 does.")

  private static func scaled(
    _ name: String, _ summary: String, by factor: Expression, formula: String, lesson: String
  ) -> NetworkMistake {
    NetworkMistake(
      name, "BP1", summary, formula: formula, lesson: lesson, onPaper: true, reach: .around
    ) { equation, _ in
      equation.quantity == .outputError ? factor * equation.right : nil
    }
  }

  static let sign = NetworkMistake(
    "sign", "BP1", "the error of the output layer with the other sign, y − h", formula: "−δ^(L)",
    lesson:
      "∂J/∂h has the sign of h − y: J grows with h where h is too large already. The minus of the "
      + "update belongs to the update.", onPaper: true, reach: .around
  ) { equation, _ in
    equation.quantity == .outputError ? (-equation.right).tidied : nil
  }

  static let targetsLeftOut = NetworkMistake(
    "targets-left-out", "BP1", "y left out of the error of the output layer",
    formula: "h for h − y",
    lesson:
      "δ^(L) compares the output with its target; without y it says only how large the output is.",
    onPaper: true
  ) { equation, place in
    guard equation.quantity == .outputError, let own = equation.left.node else { return nil }
    let right = equation.right.expandingOutputGradient(place)
    let without = right.replacingTargets { _ in true }
    // h Σ y − y, in which only the y of the output itself is forgotten.
    let result = without == 0 ? right.replacingTargets { $0.node?.name == own.name } : without
    return result == 0 ? nil : result
  }

  static let targetsAssumedOneHot = NetworkMistake(
    "targets-assumed-one-hot", "BP1", "h − y although the targets do not sum to 1",
    formula: "h − y for h Σ y − y",
    lesson:
      "With softmax and log loss δ_k is h_k Σ y_i − y_k; it becomes h_k − y_k only for targets that "
      + "sum to 1."
  ) { equation, _ in
    equation.quantity == .outputError ? equation.right.replacingTargetSums.tidied : nil
  }

  static let averagedOverOneLess = NetworkMistake(
    "averaged-over-one-less", "BP1", "1/(M − 1) instead of 1/M", formula: "M/(M − 1) δ^(L)",
    lesson:
      "M − 1 belongs to the estimate of a variance. The cost is a plain mean over the examples.",
    reach: .around
  ) { equation, place in
    guard equation.quantity == .outputError, place.examples > 1 else { return nil }
    return .M / (.M - 1) * equation.right
  }

  static let averagedOverOutputs = NetworkMistake(
    "averaged-over-outputs", "BP1", "the error of the output layer divided by K too",
    formula: "δ^(L) / K",
    lesson:
      "This cost sums over the K outputs and averages over the M examples; other libraries' mean of "
      + "squares divides by both.", reach: .around
  ) { equation, place in
    guard equation.quantity == .outputError, place.network.outputs > 1 else { return nil }
    return 1 / .number(Double(place.network.outputs)) * equation.right
  }
}

extension Expression {
  /// The formula with ∂J/∂h written out in h and y.
  fileprivate func expandingOutputGradient(_ place: NetworkMistake.Place) -> Expression {
    guard let gradient = place.equation(.outputGradient, place.lastLayer) else { return self }
    return replacing([
      gradient.left.onPaper: gradient.right, .letter(gradient.left): gradient.right,
    ])
  }

  /// The formula with 0 for some of the targets.
  fileprivate func replacingTargets(_ isLeftOut: (Letter) -> Bool) -> Expression {
    replacingLetters { $0.name == "y" && isLeftOut($0) ? 0 : nil }.tidied
  }

  /// The formula with 1 for every Σ y_i.
  fileprivate var replacingTargetSums: Expression {
    if case .summation(_, _, .letter(let letter)) = self, letter.name == "y" { return 1 }
    return mappingParts(\.replacingTargetSums)
  }
}
