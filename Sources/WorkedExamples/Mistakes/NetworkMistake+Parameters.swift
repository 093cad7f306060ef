// Mistakes in BP3 and BP4, the gradients of weights and biases.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let doubleAverage = NetworkMistake(
    "double-average", "BP3, BP4", "the sum over the examples divided by M once more"
  ) { equation, place in
    guard place.examples > 1 else { return nil }
    switch equation.quantity {
    case .weightGradient: return equation.changingData { 1 / .M * $0 }
    case .biasGradient: return 1 / .M * equation.right
    default: return nil
    }
  }

  static let weightedInputForActivation = NetworkMistake(
    "weighted-input-for-activation", "BP3", "z of the layer before instead of a"
  ) { equation, _ in
    guard equation.quantity == .weightGradient, equation.layer! > 2 else { return nil }
    return equation.right.renamingLetters { $0.name == "a" ? $0.named("z") : $0 }
  }

  static let penaltyMissing = NetworkMistake(
    "penalty-missing", "BP3", "no term of the penalty"
  ) { equation, place in
    guard equation.quantity == .weightGradient, !place.network.penalty.isNone else { return nil }
    return equation.data
  }

  static let penaltyNotAveraged = NetworkMistake(
    "penalty-not-averaged", "BP3", "λ w instead of λ w / M"
  ) { equation, place in
    guard equation.quantity == .weightGradient, place.examples > 1, let term = equation.penalty
    else { return nil }
    return equation.data + term.replacing([.M: 1]).tidied
  }

  static let penaltyOnBiases = NetworkMistake(
    "penalty-on-biases", "BP4", "the term of the penalty for biases too"
  ) { equation, place in
    guard equation.quantity == .biasGradient,
      let weights = place.equation(.weightGradient, equation.layer!), let term = weights.penalty,
      let bias = equation.left.variableOfSlope
    else { return nil }
    return equation.right + term.renamingLetters { $0.name == "w" ? bias : $0 }
  }

  static let biasFromFirstExample = biasNotSummed("the first example") { _ in 1 }
  static let biasFromLastExample = biasNotSummed("the last example") { $0 }

  private static func biasNotSummed(
    _ which: String, _ example: @escaping @Sendable (Int) -> Int
  ) -> NetworkMistake {
    NetworkMistake("bias-not-summed", "BP4", "δ of \(which) alone instead of the sum over m") {
      equation, place in
      guard equation.quantity == .biasGradient, place.examples > 1,
        case .summation(let index, _, let body) = equation.right
      else { return nil }
      return body.substituting(index, by: Index(example(place.examples), of: .examples))
    }
  }
}

extension WorkedEquation {
  fileprivate func changingData(_ change: (Expression) -> Expression) -> Expression {
    penalty.map { change(data) + $0 } ?? change(data)
  }
}

extension Expression {
  fileprivate func renamingLetters(_ change: (Letter) -> Letter) -> Expression {
    if case .letter(let letter) = self { return .letter(change(letter)) }
    return mappingParts { $0.renamingLetters(change) }
  }
}
