// Mistakes in BP3 and BP4, the gradients of weights and biases: what comes from the examples.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let doubleAverage = NetworkMistake(
    "double-average", "BP3, BP4", "the sum over the examples divided by M once more",
    formula: "1/M Σ_m δ^(ℓ)(m) a^(ℓ−1)(m), 1/M Σ_m δ^(ℓ)(m)",
    lesson:
      "δ has the 1/M of the cost in it already, so the gradients are plain sums over the examples.",
    onPaper: true, reach: .around
  ) { equation, place in
    guard place.examples > 1 else { return nil }
    switch equation.quantity {
    case .weightGradient: return equation.changingData { 1 / .M * $0 }
    case .biasGradient: return 1 / .M * equation.right
    default: return nil
    }
  }

  static let weightedInputForActivation = NetworkMistake(
    "weighted-input-for-activation", "BP3", "z of the layer before instead of a",
    formula: "δ^(ℓ) (z^(ℓ−1))ᵀ",
    lesson: "W^(ℓ) multiplies a^(ℓ−1), so ∂z^(ℓ)/∂w is a^(ℓ−1), after the activation function.",
    onPaper: true
  ) { equation, _ in
    guard equation.layer ?? 0 > 2 else { return nil }
    // Beside x instead of a: x has no z.
    return equation.changingActivations { $0.layer == .number(1) ? $0 : $0.named("z") }
  }

  static let activationOfTheSameLayer = NetworkMistake(
    "activation-of-the-same-layer", "BP3", "a of the layer itself instead of the layer before",
    formula: "δ^(ℓ) (a^(ℓ))ᵀ",
    lesson: "w_ij^(ℓ) multiplies a_j^(ℓ−1), what comes into the layer; a^(ℓ) is what leaves it."
  ) { equation, place in
    guard let l = equation.layer, place.isSameSize(l, l - 1) else { return nil }
    return equation.changingActivations {
      l == place.lastLayer
        ? Letter("h", nodes: $0.nodes, example: $0.example)
        : Letter("a", nodes: $0.nodes, layer: .number(l), example: $0.example)
    }
  }

  static let inputsForActivation = NetworkMistake(
    "inputs-for-activation", "BP3", "x instead of a of the layer before", formula: "δ^(ℓ) xᵀ",
    lesson:
      "Only W^(2) is fed by x. The weights of a later layer are fed by a^(ℓ−1), and that stands in "
      + "their gradient."
  ) { equation, place in
    guard let l = equation.layer, l > 2, place.isSameSize(l - 1, 1) else { return nil }
    return equation.changingActivations {
      Letter("a", nodes: $0.nodes, layer: .number(1), example: $0.example)
    }
  }

  static let transposedGradient = NetworkMistake(
    "transposed-gradient", "BP3", "∇W transposed", formula: "a^(ℓ−1) (δ^(ℓ))ᵀ",
    lesson:
      "∂J/∂w_ij is δ_i a_j: rows belong to the layer's own nodes, as in W. The product the other way "
      + "round fits only where W is square.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .weightGradient, case let l = equation.layer!,
      place.isSameSize(l, l - 1), let i = equation.left.nodes.first,
      let j = equation.left.nodes.last
    else { return nil }
    let other = [i.name: j, j.name: i]
    return equation.changingData { data in
      data.replacingLetters { letter in
        .letter(letter.mappingIndices { other[$0.name] ?? $0 })
      }
    }
  }

  static let weightsNotAveraged = NetworkMistake(
    "weights-not-averaged", "BP3", "the gradient of the weights alone without 1/M",
    formula: "M Σ_m δ^(ℓ)(m) a^(ℓ−1)(m)",
    lesson:
      "The 1/M of the cost belongs to every derivative. Where ∇b gets it from a mean, ∇W needs a "
      + "division, too.", reach: .around
  ) { equation, place in
    guard equation.quantity == .weightGradient, place.examples > 1 else { return nil }
    return equation.changingData { .M * $0 }
  }

  static let lastExampleLeftOut = NetworkMistake(
    "last-example-left-out", "BP3, BP4", "the last example left out of the sum over m",
    formula: "Σ_(m < M) δ^(ℓ)(m) a^(ℓ−1)(m), Σ_(m < M) δ^(ℓ)(m)",
    lesson:
      "The sum goes over all M examples. A range that ends before its end, range(M − 1) or 0..<M − 1, "
      + "leaves one out."
  ) { equation, place in
    guard place.examples > 1 else { return nil }
    switch equation.quantity {
    case .weightGradient: return equation.changingData { $0.withoutExample(place.examples) }
    case .biasGradient: return equation.right.withoutExample(place.examples)
    default: return nil
    }
  }

  static let weightsFromFirstExample = weightsNotSummed("the first example") { _ in 1 }
  static let weightsFromLastExample = weightsNotSummed("the last example") { $0 }
  static func weightsFromExample(_ m: Int) -> NetworkMistake {
    weightsNotSummed("example \(m)") { _ in m }
  }

  private static func weightsNotSummed(
    _ which: String, _ example: @escaping @Sendable (Int) -> Int
  ) -> NetworkMistake {
    NetworkMistake(
      "weights-not-summed", "BP3", "∇W of \(which) alone instead of the sum over m",
      formula: "δ^(ℓ)(m) (a^(ℓ−1)(m))ᵀ of one example m",
      lesson:
        "J is a sum over all examples and so is its derivative: every example adds its δ aᵀ. A loop "
        + "has to add with +=, not to assign."
    ) { equation, place in
      guard equation.quantity == .weightGradient else { return nil }
      return equation.changingData { $0.ofExample(example(place.examples)) }
    }
  }

  static let activationGradientForError = NetworkMistake(
    "activation-gradient-for-error", "BP3, BP4", "∂J/∂a of the layer instead of its δ",
    formula: "∂J/∂a^(ℓ) (a^(ℓ−1))ᵀ, Σ_m ∂J/∂a^(ℓ)(m)",
    lesson:
      "A weight acts through z, so its gradient takes ∂J/∂z, which is δ^(ℓ) with its slope, not "
      + "∂J/∂a or ∂J/∂h."
  ) { equation, place in
    guard let l = equation.layer else { return nil }
    return equation.changingErrors { $0.replacingErrors(in: l, place) }
  }

  static let errorOfTheLayerAbove = NetworkMistake(
    "error-of-the-layer-above", "BP3, BP4", "δ^(ℓ+1) instead of δ^(ℓ)",
    formula: "δ^(ℓ+1) (a^(ℓ−1))ᵀ, Σ_m δ^(ℓ+1)(m)",
    lesson:
      "W^(ℓ) and b^(ℓ) give z^(ℓ), so their gradients take δ^(ℓ). Lists that begin with layer 2 are "
      + "easily one off."
  ) { equation, place in
    guard let l = equation.layer, place.isSameSize(l, l + 1) else { return nil }
    return equation.changingErrors { data in
      data.replacingLetters {
        $0.name == "δ"
          ? .letter(Letter("δ", nodes: $0.nodes, layer: .number(l + 1), example: $0.example)) : nil
      }
    }
  }
}

extension WorkedEquation {
  func changingData(_ change: (Expression) -> Expression) -> Expression {
    penalty.map { .sum([change(data)] + $0.addends) } ?? change(data)
  }

  /// BP3 with other letters for a^(ℓ−1).
  fileprivate func changingActivations(_ change: (Letter) -> Letter) -> Expression? {
    guard quantity == .weightGradient else { return nil }
    return changingData { data in
      data.replacingLetters { $0.name == "a" ? .letter(change($0)) : nil }
    }
  }

  /// BP3 or BP4 with something else for δ.
  fileprivate func changingErrors(_ change: (Expression) -> Expression?) -> Expression? {
    switch quantity {
    case .weightGradient: change(data).map { changed in changingData { _ in changed } }
    case .biasGradient: change(right)
    default: nil
    }
  }
}

extension Expression {
  /// The formula with one example's share for the sum over all of them.
  func ofExample(_ m: Int) -> Expression {
    if case .summation(let index, _, let body) = self, index.range == .examples {
      return body.substituting(index, by: Index(m, of: .examples))
    }
    return mappingParts { $0.ofExample(m) }
  }

  /// A sum over the examples without one of them.
  fileprivate func withoutExample(_ m: Int) -> Expression {
    if case .summation(let index, nil, let body) = self, index.range == .examples {
      return .summation(index, excluding: Index(m, of: .examples), body)
    }
    return mappingParts { $0.withoutExample(m) }
  }
}
