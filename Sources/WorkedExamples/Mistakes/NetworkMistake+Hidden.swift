// Mistakes in BP2, the error of a hidden layer: the weights, and what is passed back through them.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let transposedWeights = NetworkMistake(
    "transposed-weights", "BP2", "W^(ℓ+1) δ instead of (W^(ℓ+1))ᵀ δ",
    formula: "W^(ℓ+1) δ^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson:
      "On the way back node j collects from every node i that it feeds, each by w_ij: the sum is over "
      + "the first index, which is Wᵀ. A square W fits both ways and hides it.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .activationGradient,
      place.isSameSize(equation.layer!, equation.layer! + 1)
    else { return nil }
    return equation.right.mappingWeights {
      Letter("w", nodes: $0.nodes.reversed(), layer: $0.layer)
    }
  }

  static let wrongLayerWeights = NetworkMistake(
    "wrong-layer-weights", "BP2", "(W^(ℓ))ᵀ where (W^(ℓ+1))ᵀ belongs",
    formula: "(W^(ℓ))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson:
      "a^(ℓ) goes into z^(ℓ+1) through W^(ℓ+1), and δ^(ℓ+1) comes back through the same weights; "
      + "W^(ℓ) lies before the layer.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .activationGradient,
      place.isSameSize(equation.layer!, equation.layer! + 1, equation.layer! - 1)
    else { return nil }
    return equation.right.mappingWeights {
      Letter("w", nodes: $0.nodes, layer: .number(equation.layer!))
    }
  }

  static let updatedWeights = NetworkMistake(
    "updated-weights", "BP2", "the error of a hidden layer from weights that are updated already",
    formula: "(W^(ℓ+1) − α ∇W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson:
      "The gradient belongs to the weights of the forward pass. All of it is found first; then all "
      + "weights are updated.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .activationGradient,
      let gradient = place.equation(.weightGradient, equation.layer! + 1)
    else { return nil }
    return equation.right.replacingLetters { weight in
      if weight.name != "w" { return nil }
      let own = gradient.left.nodes
      let slope = gradient.right.substituting(own, by: weight.nodes)
      return .letter(weight) - .letter("α") * slope
    }
  }

  static let weightsLeftOut = NetworkMistake(
    "weights-left-out", "BP2", "the errors of the next layer added up without their weights",
    formula: "Σ_i δ_i^(ℓ+1) g′(z^(ℓ))",
    lesson:
      "A node answers for the error of the next layer only as far as it took part in it, and that is "
      + "what the weight between them says.", onPaper: true
  ) { equation, _ in
    guard equation.quantity == .activationGradient else { return nil }
    return equation.right.replacingLetters { $0.name == "w" ? 1 : nil }.tidied
  }

  static let derivativeNotPassedBack = NetworkMistake(
    "derivative-not-passed-back", "BP2", "∂J/∂a of the next layer passed back instead of its δ",
    formula: "(W^(ℓ+1))ᵀ ∂J/∂a^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson:
      "W^(ℓ+1) lies before z^(ℓ+1), so what goes back through it is ∂J/∂z, which is δ^(ℓ+1) with its "
      + "slope, and not ∂J/∂a or ∂J/∂h.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .activationGradient else { return nil }
    return equation.right.replacingErrors(in: equation.layer! + 1, place)
  }

  static let averagedAtHiddenLayers = NetworkMistake(
    "averaged-at-hidden-layers", "BP2", "the error of a hidden layer divided by M again",
    formula: "1/M (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson: "1/M comes in once, with the cost; δ^(ℓ+1) has it already and hands it down.",
    reach: .around
  ) { equation, place in
    equation.quantity == .error && place.examples > 1 ? 1 / .M * equation.right : nil
  }

  static let hiddenErrorSign = NetworkMistake(
    "hidden-error-sign", "BP2", "the error of a hidden layer with the other sign",
    formula: "−(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))",
    lesson:
      "The chain rule multiplies by w and by g′ and by nothing else: there is no minus on the way "
      + "back.", reach: .around
  ) { equation, _ in
    equation.quantity == .error ? -equation.right : nil
  }
}

extension Expression {
  fileprivate func mappingWeights(_ change: (Letter) -> Letter) -> Expression {
    replacingLetters { $0.name == "w" ? .letter(change($0)) : nil }
  }

  /// The formula with other expressions for some of its letters.
  func replacingLetters(_ change: (Letter) -> Expression?) -> Expression {
    if case .letter(let letter) = self { return change(letter) ?? self }
    return mappingParts { $0.replacingLetters(change) }
  }

  /// The formula with ∂J/∂a^(ℓ), or ∂J/∂h, for δ^(ℓ); `nil` where the network's equations have none.
  func replacingErrors(in l: Int, _ place: NetworkMistake.Place) -> Expression? {
    let isLast = l == place.lastLayer
    guard let gradient = place.equation(isLast ? .outputGradient : .activationGradient, l)?.left
    else { return nil }
    return replacingLetters { letter in
      guard letter.name == "δ" else { return nil }
      return .letter(
        Letter(
          gradient.name, nodes: letter.nodes, layer: gradient.layer, example: letter.example))
    }
  }
}
