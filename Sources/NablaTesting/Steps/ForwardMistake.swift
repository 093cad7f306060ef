// The mistakes of a forward pass, as formulas that can be run.

import Nabla

/// A wrong formula for z^(ℓ) or a^(ℓ), given what is right in the layers below.
struct ForwardMistake: Sendable {
  let summary: String
  /// "z" or "a".
  private let letter: String
  /// The wrong number of a node and an example; `nil` where it cannot be made in that layer.
  private let wrong: @Sendable (Place) -> Double?

  /// A node of a layer and an example, all from 1.
  struct Place {
    let layer: Int
    let node: Int
    let example: Int
    let probe: Probe
    let pass: ForwardPass<Double>

    /// The numbers that z^(ℓ) is made of.
    var weights: Matrix<Double> { probe.network.parameters.weights[layer] }
    var bias: Double { probe.network.parameters.biases[layer][node - 1] }
    var z: Double { pass.weightedInput[layer][node, example] }
    var below: [Double] { pass.activation[layer - 1].column(example) }
    var row: [Double] { weights.rowArrays[node - 1] }
  }

  /// The wrong numbers of a layer, row by row.
  func numbers(
    _ letter: String, _ l: Int, _ probe: Probe, _ pass: ForwardPass<Double>
  ) -> [Double]? {
    guard letter == self.letter else { return nil }
    var result: [Double] = []
    for i in 1...probe.network.size(l) {
      for m in 1...probe.batch.count {
        let place = Place(layer: l, node: i, example: m, probe: probe, pass: pass)
        guard let number = wrong(place) else { return nil }
        result.append(number)
      }
    }
    return result
  }
}

extension ForwardMistake {
  static let all: [ForwardMistake] = [
    ForwardMistake(summary: "no bias: z^(ℓ) = W^(ℓ) a^(ℓ−1)", letter: "z") { $0.z - $0.bias },
    ForwardMistake(summary: "the bias subtracted", letter: "z") { $0.z - 2 * $0.bias },
    ForwardMistake(summary: "(W^(ℓ))ᵀ instead of W^(ℓ)", letter: "z") { place in
      guard place.weights.rows == place.weights.columns else { return nil }
      return dot(place.weights.column(place.node), place.below) + place.bias
    },
    ForwardMistake(summary: "z^(ℓ−1) of the layer below instead of a^(ℓ−1)", letter: "z") { place in
      guard place.layer > 2 else { return nil }
      let z = place.pass.weightedInput[place.layer - 1].column(place.example)
      return dot(place.row, z) + place.bias
    },
    ForwardMistake(summary: "x instead of a^(ℓ−1)", letter: "z") { place in
      let x = place.pass.activation[1].column(place.example)
      guard place.layer > 2, x.count == place.below.count else { return nil }
      return dot(place.row, x) + place.bias
    },
    ForwardMistake(summary: "no g: a^(ℓ) = z^(ℓ)", letter: "a") { $0.z },
    ForwardMistake(summary: "g applied twice", letter: "a") { place in
      guard let a = activation(place.z, place) else { return nil }
      return activation(a, place)
    },
    ForwardMistake(summary: "the sign of z: a^(ℓ) = g(−z^(ℓ))", letter: "a") { place in
      activation(-place.z, place)
    },
  ]

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// g of a layer where it is a function of one number: of the network x ↦ g(x) with one weight 1.
  private static func activation(_ z: Double, _ place: Place) -> Double? {
    let network = place.probe.network
    guard network.hypothesis.isElementwise || place.layer < network.lastLayer else { return nil }
    let isOutput = place.layer == network.lastLayer
    let one = Parameters<Double>(
      weights: Layers(
        first: 2, (isOutput ? 0..<1 : 0..<2).map { _ in Matrix(rows: 1, columns: 1, repeating: 1) }
      ), biases: Layers(first: 2, isOutput ? [[0]] : [[0], [0]]))
    let single = Network(
      sizes: isOutput ? [1, 1] : [1, 1, 1],
      activations: isOutput ? [] : [network.activations[place.layer]],
      hypothesis: isOutput ? network.hypothesis : .identity,
      cost: isOutput ? network.cost : .quadratic, parameters: one)
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 1, entries: [z]),
      targets: Matrix(rows: 1, columns: 1, entries: [0]))
    return ScalarPropagation<Double>(single, batch).forward().activation[2][1, 1]
  }
}
