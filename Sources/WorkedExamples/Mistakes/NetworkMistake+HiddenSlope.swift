// Mistakes in BP2 with the slope of the activation function.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let missingActivationDerivative = NetworkMistake(
    "missing-activation-derivative", "BP2", "no g′", formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1)",
    lesson:
      "Wᵀ δ is ∂J/∂a; δ is ∂J/∂z, and from a back to z the chain rule takes the factor g′(z).",
    onPaper: true
  ) { equation, _ in
    equation.quantity == .error ? equation.right.withoutSlopes : nil
  }

  static let activationDerivativeAtActivation = NetworkMistake(
    "activation-derivative-at-activation", "BP2", "g′(a) instead of g′(z)",
    formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(a^(ℓ))",
    lesson:
      "g′ is taken at the weighted input z. A function that expects z must not be given a; a formula "
      + "in a, as a (1 − a), is the slope at z already.", onPaper: true, reach: .whole
  ) { equation, place in
    guard equation.quantity == .slope else { return nil }
    let activation = place.network.activations[equation.layer!]
    let (z, a) = (equation.left.named("z"), equation.left.named("a"))
    let valueAtA = Definition.activation(activation, in: .number(equation.layer!)).value
      .replacing([.letter(z): .letter(a)])
      .replacing([.c: .letter("c", layer: .number(equation.layer!))])
    return equation.right.replacing([.letter(z): .letter(a), .letter(a): valueAtA])
  }

  static let activationDerivativeInWeightedInput = NetworkMistake(
    "activation-derivative-in-weighted-input", "BP2", "z in the formula of g′ where a belongs",
    formula: "z (1 − z) for a (1 − a)",
    lesson:
      "A formula of the slope in a, as a (1 − a), has to be given a. Where z is given, g′(z) is "
      + "g(z) (1 − g(z)).", onPaper: true, reach: .whole
  ) { equation, _ in
    guard equation.quantity == .slope else { return nil }
    return equation.right.replacing([
      .letter(equation.left.named("a")): .letter(equation.left.named("z"))
    ])
  }

  static let activationForItsDerivative = NetworkMistake(
    "activation-for-its-derivative", "BP2", "g(z) instead of g′(z)",
    formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ a^(ℓ)",
    lesson:
      "What goes back is multiplied by how fast a changes with z, the slope g′(z), and not by a "
      + "itself.", onPaper: true, reach: .whole
  ) { equation, _ in
    equation.quantity == .slope ? .letter(equation.left.named("a")) : nil
  }

  static let squaredActivationDerivative = NetworkMistake(
    "squared-activation-derivative", "BP2", "g′ twice",
    formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ)) ⊙ g′(z^(ℓ))",
    lesson:
      "Each layer has one g′ in the chain. Where δ^(ℓ) has it, the layer before must not bring it in "
      + "again.", reach: .around
  ) { equation, place in
    guard equation.quantity == .error, let slope = place.equation(.slope, equation.layer!),
      let own = equation.left.node
    else { return nil }
    return .product([equation.right, .letter(slope.left.mappingNode(to: own))])
  }

  static let invertedRectifier = NetworkMistake(
    "inverted-rectifier-derivative", "BP2", "[z ≤ 0] instead of [z > 0]",
    formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ (1 − g′(z^(ℓ)))",
    lesson:
      "The rectifier lets through what is positive, so the error goes back through those nodes; the "
      + "others are the ones to be set to 0.", reach: .around
  ) { equation, place in
    guard equation.quantity == .slope,
      place.network.activations[equation.layer!].name == Activation.rectifier().name
    else { return nil }
    return 1 - equation.right
  }

  static let activationNotSquared = NetworkMistake(
    "activation-not-squared", "BP2", "1 − a instead of 1 − a²",
    formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ (1 − a^(ℓ))",
    lesson:
      "tanh′(z) is 1 − tanh²(z): the square is of a, and without it nothing is left of tanh′.",
    reach: .whole
  ) { equation, place in
    guard equation.quantity == .slope,
      place.network.activations[equation.layer!].name == Activation.tanh.name
    else { return nil }
    return 1 - .letter(equation.left.named("a"))
  }

  /// The slope of another function in a hidden layer, one mistake for each.
  static let otherActivations = [Activation.logistic, .tanh, .rectifier()].map { other in
    NetworkMistake(
      "derivative-of-another-activation", "BP2", "the slope of \(other.name) for g′",
      formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ)) of another function",
      lesson:
        "\(other.slopeWords("a")) is the slope of \(other.name); this layer has another activation "
        + "function, and g′ is the slope of that one.", reach: .whole
    ) { equation, place in
      guard equation.quantity == .slope,
        place.network.activations[equation.layer!].name != other.name
      else { return nil }
      return other.slope.replacing([
        .z: .letter(equation.left.named("z")), .a: .letter(equation.left.named("a")),
      ])
    }
  }

  static let derivativeOfTheLayerBelow = derivative(
    ofTheLayer: "below", by: -1, formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ−1))")
  static let derivativeOfTheLayerAbove = derivative(
    ofTheLayer: "above", by: 1, formula: "(W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ+1))")

  private static func derivative(
    ofTheLayer which: String, by offset: Int, formula: String
  ) -> NetworkMistake {
    let layer = offset < 0 ? "ℓ−1" : "ℓ+1"
    return NetworkMistake(
      "derivative-of-the-layer-\(which)", "BP2", "g′(z^(\(layer))) instead of g′(z^(ℓ))",
      formula: formula,
      lesson:
        "δ^(ℓ) is ∂J/∂z^(ℓ): its slope is that of its own layer, at z^(ℓ). Lists that begin with the "
        + "input or with layer 2 are easily one off.", reach: .whole
    ) { equation, place in
      guard equation.quantity == .slope, case let l = equation.layer!,
        place.network.activations.range.contains(l + offset), place.isSameSize(l, l + offset)
      else { return nil }
      return equation.right.replacingLetters { letter in
        guard letter.name == "z" || letter.name == "a" else { return nil }
        return .letter(
          Letter(
            letter.name, nodes: letter.nodes, layer: .number(l + offset), example: letter.example))
      }
    }
  }
}

extension Activation {
  /// Its slope in a few letters: a (1 − a), 1 − a², [z > 0].
  func slopeWords(_ value: String) -> String {
    switch name {
    case "logistic": "\(value) (1 − \(value))"
    case "tanh": "1 − \(value)²"
    default: "[z > 0]"
    }
  }
}

extension Letter {
  /// The letter of another node.
  fileprivate func mappingNode(to node: Index) -> Letter {
    mappingIndices { $0 == self.node ? node : $0 }
  }
}

extension Expression {
  /// The formula without its factors g′.
  fileprivate var withoutSlopes: Expression {
    guard case .product(let factors) = self else { return mappingParts(\.withoutSlopes) }
    let left = factors.filter { !$0.isSlope }.map(\.withoutSlopes)
    return left.count == 1 ? left[0] : .product(left)
  }

  private var isSlope: Bool {
    switch self {
    case .call(_, primes: 1, _): true
    case .letter(let letter): letter.name.hasSuffix("′")
    default: false
    }
  }
}
