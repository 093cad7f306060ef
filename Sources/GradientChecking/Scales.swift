// What bounds are measured by.

import NetworkModel

/// The largest claimed derivatives of each layer, and the rounding scale of the cost.
struct Scales: Sendable {
  /// The rounding scale ε|J|, for layers whose derivatives are all tiny.
  let cost: Double
  private let parameters: Layers<Double>
  private let inputs: Layers<Double>

  init(_ claim: EngineClaim, _ subject: CheckSubject) {
    cost = 0x1p-52 * max(claim.forward.cost.magnitude, Self.naturalCost(claim, subject))
    let gradient = claim.backward.gradient
    parameters = Layers(
      first: 2,
      gradient.weights.range.map {
        max(Self.largest(gradient.weights[$0].entries), Self.largest(gradient.biases[$0]))
      })
    inputs = claim.backward.error.map { Self.largest($0.entries) }
  }

  /// What bounds in layer ℓ are measured by.
  func scale(ofLayer l: Int) -> LayerScale {
    LayerScale(cost: cost, parameters: max(parameters[l], cost), inputs: max(inputs[l], cost))
  }

  /// The size of a cost of such outputs and targets: where they are equal, J is 0 and no measure.
  private static func naturalCost(_ claim: EngineClaim, _ subject: CheckSubject) -> Double {
    let outputs = claim.forward.activation[subject.network.lastLayer].entries
    let largest = max(largest(outputs), largest(subject.batch.targets.entries))
    return min(1, largest) * largest
  }

  private static func largest(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { max($0, $1.magnitude) }
  }
}

/// What bounds in one layer are measured by.
struct LayerScale: Sendable {
  /// The rounding scale of the cost.
  let cost: Double
  let parameters: Double
  let inputs: Double

  subscript(coordinate: Coordinate) -> Double {
    if case .weightedInput = coordinate { return inputs }
    return parameters
  }
}
