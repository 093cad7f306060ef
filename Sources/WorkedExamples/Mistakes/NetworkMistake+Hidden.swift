// Mistakes in BP2, the error of a hidden layer.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let missingActivationDerivative = NetworkMistake(
    "missing-activation-derivative", "BP2", "no g′"
  ) { equation, _ in
    guard equation.quantity == .error, case .product(let factors) = equation.right else {
      return nil
    }
    return .product(factors.filter { !$0.isSlope })
  }

  static let activationDerivativeAtActivation = NetworkMistake(
    "activation-derivative-at-activation", "BP2", "g′(a) instead of g′(z)"
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
    "activation-derivative-in-weighted-input", "BP2", "z in the formula of g′ where a belongs"
  ) { equation, _ in
    guard equation.quantity == .slope else { return nil }
    return equation.right.replacing([
      .letter(equation.left.named("a")): .letter(equation.left.named("z"))
    ])
  }

  static let transposedWeights = NetworkMistake(
    "transposed-weights", "BP2", "W^(ℓ+1) δ instead of (W^(ℓ+1))ᵀ δ"
  ) { equation, place in
    guard equation.quantity == .activationGradient,
      place.network.size(equation.layer!) == place.network.size(equation.layer! + 1)
    else { return nil }
    return equation.right.mappingWeights {
      Letter("w", nodes: $0.nodes.reversed(), layer: $0.layer)
    }
  }

  static let wrongLayerWeights = NetworkMistake(
    "wrong-layer-weights", "BP2", "(W^(ℓ))ᵀ where (W^(ℓ+1))ᵀ belongs"
  ) { equation, place in
    guard equation.quantity == .activationGradient else { return nil }
    let (network, l) = (place.network, equation.layer!)
    guard network.size(l) == network.size(l + 1), network.size(l - 1) == network.size(l) else {
      return nil
    }
    return equation.right.mappingWeights {
      Letter("w", nodes: $0.nodes, layer: .number(l))
    }
  }

  static let updatedWeights = NetworkMistake(
    "updated-weights", "BP2", "the error of a hidden layer from weights that are updated already"
  ) { equation, place in
    guard equation.quantity == .activationGradient,
      let gradient = place.equation(.weightGradient, equation.layer! + 1)
    else { return nil }
    return equation.right.replacingWeights { weight in
      let own = gradient.left.nodes
      let slope = gradient.right.substituting(own, by: weight.nodes)
      return .letter(weight) - .letter("α") * slope
    }
  }
}

extension Expression {
  fileprivate var isSlope: Bool {
    switch self {
    case .call(_, primes: 1, _): true
    case .letter(let letter): letter.name.hasSuffix("′")
    default: false
    }
  }

  fileprivate func mappingWeights(_ change: (Letter) -> Letter) -> Expression {
    replacingWeights { .letter(change($0)) }
  }

  /// The formula with every weight replaced.
  fileprivate func replacingWeights(_ change: (Letter) -> Expression) -> Expression {
    if case .letter(let letter) = self, letter.name == "w" { return change(letter) }
    return mappingParts { $0.replacingWeights(change) }
  }
}
