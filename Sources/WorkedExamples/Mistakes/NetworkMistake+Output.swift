// Mistakes in BP1, the error of the output layer.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let missingAverage = NetworkMistake(
    "missing-average", "BP1", "the error of the output layer without 1/M"
  ) { equation, place in
    guard equation.quantity == .outputError, place.examples > 1 else { return nil }
    return equation.right.replacing([.M: 1]).tidied
  }

  static let doubled = scaled("doubled", "the error of the output layer times 2", by: 2)
  static let halved = scaled("halved", "the error of the output layer times ½", by: 1 / 2)

  private static func scaled(
    _ name: String, _ summary: String, by factor: Expression
  ) -> NetworkMistake {
    NetworkMistake(name, "BP1", summary) { equation, _ in
      equation.quantity == .outputError ? factor * equation.right : nil
    }
  }

  static let sign = NetworkMistake(
    "sign", "BP1", "the error of the output layer with the other sign, y − h"
  ) { equation, _ in
    equation.quantity == .outputError ? (-equation.right).tidied : nil
  }

  static let missingHypothesisDerivative = NetworkMistake(
    "missing-hypothesis-derivative", "BP1", "h′ left out where it belongs"
  ) { equation, place in
    guard equation.quantity == .outputError, equation.right.usesSlope,
      let gradient = place.equation(.outputGradient, place.lastLayer)
    else { return nil }
    return .letter(gradient.left)
  }

  static let extraHypothesisDerivative = NetworkMistake(
    "extra-hypothesis-derivative", "BP1", "times h (1 − h) where that has cancelled"
  ) { equation, place in
    // A cost of logarithms is where h′ cancels: (log h)′ is h′/h.
    guard equation.quantity == .outputError, !equation.right.usesSlope,
      place.network.cost.slopes[.hk] == nil
    else { return nil }
    return equation.right * .outputSpread
  }

  static let softmaxElementwise = NetworkMistake(
    "softmax-elementwise", "BP1", "∂J/∂h ⊙ h (1 − h) instead of the Jacobian"
  ) { equation, place in
    guard equation.quantity == .outputError, !place.network.hypothesis.isElementwise
    else { return nil }
    return place.outputError(for: place.network.cost)[0].right * .outputSpread
  }

  /// The right gradient of another cost, one mistake for each cost.
  static let otherCosts = Cost.all.map { cost in
    NetworkMistake(
      "other-cost", "BP1", "the error of the output layer for the cost \(cost.name)"
    ) { equation, place in
      guard equation.quantity == .outputError, cost != place.network.cost,
        cost.isDefined(for: place.network.hypothesis, outputs: place.network.outputs)
      else { return nil }
      let equations = place.outputError(for: cost)
      // Written in h and y alone: ∂J/∂h of the sheet is that of the network's own cost.
      return equations.dropLast().reduce(equations[equations.count - 1].right) {
        $0.replacing([$1.left.onPaper: $1.right, .letter($1.left): $1.right])
      }
    }
  }
}

extension NetworkMistake.Place {
  /// ∂J/∂h_k, h′(z_k) where there is one, and δ_k^(L), of the network with this cost.
  ///
  /// - Precondition: the cost has a value at the hypothesis.
  fileprivate func outputError(for cost: Cost) -> [WorkedEquation] {
    let other = Network(
      sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: cost, penalty: network.penalty,
      parameters: network.parameters)
    do throws(DerivingError) {
      return try EquationSource(other, batch).outputError()
    } catch {
      preconditionFailure("\(cost.name) at \(network.hypothesis.name): \(error)")
    }
  }
}

extension Expression {
  /// h_k (1 − h_k).
  fileprivate static var outputSpread: Expression { Expression.hk.ofExample * (1 - .hk.ofExample) }

  /// Whether h′ is a factor.
  fileprivate var usesSlope: Bool { letters.contains { $0.name == "h′" } }
}
