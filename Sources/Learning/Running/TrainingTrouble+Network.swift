// Troubles that one pass through a network shows.

import NetworkModel
import Numbers

extension TrainingTrouble {
  /// A slope below this moves nothing: a unit that has it for every example is saturated.
  private static let flatSlope = 1e-4
  /// An error that is so much smaller than the output's moves nothing.
  private static let vanishingRatio = 1e-4

  /// Dead rectifiers, saturated units and vanishing errors of the hidden layers.
  static func all(in engine: any PropagationEngine<Double>) -> [TrainingTrouble] {
    let network = engine.network
    guard network.lastLayer > 2 else { return [] }
    return all(in: engine, hidden: 2...network.lastLayer - 1)
  }

  private static func all<Engine: PropagationEngine>(
    in engine: Engine, hidden: ClosedRange<Int>
  ) -> [TrainingTrouble] where Engine.Number == Double {
    let network = engine.network
    let pass = engine.forward(holding: nil)
    var troubles: [TrainingTrouble] = []
    var Δ = engine.outputError(pass)
    let outputSize = size(Δ)
    for l in hidden.reversed() {
      Δ = engine.hiddenError(l, errorAbove: Δ, pass)
      let s = network.size(l)
      if let slope = engine.slope(l, pass) {
        let flat = (1...s).count { i in
          slope.entries[slope.range(ofRow: i)].allSatisfy { $0.magnitude < flatSlope }
        }
        if flat > 0, network.activations[l].name == "rectifier" {
          troubles.append(.deadRectifiers(layer: l, dead: flat, of: s))
        } else if flat > 0, ["logistic", "tanh"].contains(network.activations[l].name) {
          troubles.append(.saturated(layer: l, nodes: flat, of: s))
        }
      }
      let ratio = size(Δ) / outputSize
      // Behind a step, whose slope is 0 everywhere, nothing vanishes: nothing was ever there.
      let isStep = hidden.contains { $0 >= l && network.activations[$0].name == "step" }
      if ratio < vanishingRatio, !isStep {
        troubles.append(.vanishingError(layer: l, ratio: ratio))
      }
    }
    return troubles.reversed()
  }

  /// The root of the mean square.
  private static func size(_ Δ: Matrix<Double>) -> Double {
    let sum = Δ.entries.reduce(0) { $0 + $1 * $1 }
    return (sum / Double(Δ.entries.count)).squareRoot()
  }
}
