// What a generated network looks like before its numbers are drawn.

public import NetworkModel
import Numbers

/// A network's shape and functions, whose numbers are still to be drawn.
public struct SheetTemplate: Sendable {
  /// s_1 … s_L.
  public let sizes: [Int]
  /// g of the hidden layers ℓ = 2 … L−1.
  public let activations: [Activation]
  /// h.
  public let hypothesis: Hypothesis
  /// J without its penalty.
  public let cost: Cost
  /// The penalty on the weights.
  public let penalty: Penalty
  /// M.
  public let examples: Int

  /// - Precondition: L−2 activations; the cost is defined for the hypothesis.
  public init(
    sizes: [Int], activations: [Activation], hypothesis: Hypothesis, cost: Cost,
    penalty: Penalty = .none, examples: Int = 1
  ) {
    self.sizes = sizes
    self.activations = activations
    self.hypothesis = hypothesis
    self.cost = cost
    self.penalty = penalty
    self.examples = examples
  }

  /// The shape and the functions of a network.
  public init(of network: Network, examples: Int) {
    self.init(
      sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: network.cost, penalty: network.penalty,
      examples: examples)
  }
}

extension SheetTemplate {
  /// Numbers that are easy to work with by hand: weights and biases ±0.1 … ±0.9, inputs ±2 and ±3.
  ///
  /// An input of ±1 would make a weight's gradient equal to a bias's, up to the sign, and hide
  /// mistakes; 0.5 makes ties.
  func draw(_ generator: inout SeededGenerator) -> (Network, Batch) {
    var parameters = Parameters<Double>(
      weights: Layers(first: 2, []), biases: Layers(first: 2, []))
    for l in 2...sizes.count {
      let (rows, columns) = (sizes[l - 1], sizes[l - 2])
      parameters.weights.elements.append(
        Matrix(
          rows: rows, columns: columns,
          entries: (0..<rows).flatMap { _ in
            Self.numbers(columns, of: Self.tenths, &generator)
          }))
      parameters.biases.elements.append(Self.numbers(rows, of: Self.tenths, &generator))
    }
    let columns = (0..<examples).map { _ in Self.numbers(sizes[0], of: [2, 3], &generator) }
    let inputs = (0..<sizes[0]).flatMap { n in columns.map { $0[n] } }
    let network = Network(
      sizes: sizes, activations: activations, hypothesis: hypothesis, cost: cost,
      penalty: penalty, parameters: parameters)
    return (
      network,
      Batch(
        inputs: Matrix(rows: sizes[0], columns: examples, entries: inputs),
        targets: targets(&generator))
    )
  }

  private static let tenths = [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]

  /// Numbers of these sizes with either sign, no size twice before all were used: equal weights would
  /// make gradients equal, and hide a mistake.
  private static func numbers(
    _ count: Int, of sizes: [Double], _ generator: inout SeededGenerator
  ) -> [Double] {
    var order: [Double] = []
    while order.count < count {
      order += generator.permutation(of: sizes.count).map { sizes[$0] }
    }
    return order.prefix(count).map { generator.integer(below: 2) == 0 ? $0 : -$0 }
  }

  /// One of the classes where outputs are probabilities, 0 or 1 or tenths else.
  private func targets(_ generator: inout SeededGenerator) -> Matrix<Double> {
    let outputs = sizes[sizes.count - 1]
    var targets = Matrix<Double>(rows: outputs, columns: examples)
    for m in 1...examples {
      if !hypothesis.isElementwise {
        targets[generator.integer(below: outputs) + 1, m] = 1
        continue
      }
      for k in 1...outputs {
        let isBinary = hypothesis.name == "logistic" || hypothesis.name == "step"
        targets[k, m] =
          isBinary
          ? Double(generator.integer(below: 2)) : Double(generator.integer(below: 9) + 1) / 10
      }
    }
    return targets
  }
}
