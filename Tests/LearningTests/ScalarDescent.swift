// What gradient descent asks for, from the scalar engine, with nothing done for speed.

import Nabla
import NetworkModel

/// The scalar engine on the examples of a batch, all of them at once.
struct ScalarDescent: DescentEngine {
  let network: Network
  let examples: Batch

  var exampleCount: Int { examples.count }

  func evaluate(
    _ parameters: Parameters<Double>, on batch: MiniBatch, to gradient: inout Parameters<Double>
  ) -> Double {
    var chosen = batch.positions.map { examples.examples($0) } ?? examples
    chosen.masks = batch.masks
    // The engine divides λ by the number of examples that it sees, M has to be the training set's.
    let share = Double(chosen.count) / Double(exampleCount)
    let penalty = Penalty(l2: network.penalty.l2 * share, l1: network.penalty.l1 * share)
    let engine = ScalarPropagation<Double>(
      network.with(parameters: parameters, penalty: penalty), chosen)
    let pass = engine.forward()
    gradient = engine.gradients(pass).gradient
    return pass.cost
  }

  func performance(_ parameters: Parameters<Double>) -> NetworkModel.Performance {
    func cost(_ penalty: Penalty) -> Double {
      let network = network.with(parameters: parameters, penalty: penalty)
      return ScalarPropagation<Double>(network, examples).forward().cost
    }
    return NetworkModel.Performance(
      cost: cost(network.penalty), dataCost: cost(.none), correct: nil, count: exampleCount)
  }
}

/// An engine for one of the two implementations.
enum EngineKind: String, CaseIterable, Sendable, CustomStringConvertible {
  case scalar, blocked

  var description: String { "\(rawValue) engine" }

  func engine(_ network: Network, _ batch: Batch) -> any DescentEngine {
    switch self {
    case .scalar: ScalarDescent(network: network, examples: batch)
    case .blocked: BlockedDescent(network, batch)
    }
  }
}
