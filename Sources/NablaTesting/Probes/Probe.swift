// A network and a batch on which a student's code is looked at.

public import Nabla
public import Testing

/// A network with generic numbers and a few examples: what a student's code is run on.
///
/// The numbers are of three decimals, so that they can be copied by hand; they come from a seeded
/// generator, so that they are the same everywhere. No bias is 0, no weight matrix symmetric.
public struct Probe: Sendable, CustomStringConvertible, CustomTestStringConvertible {
  /// As test reports call it: "3-3-3, 5 examples".
  public let name: String
  public let network: Network
  public let batch: Batch

  public var description: String { name }
  public var testDescription: String { name }

  /// A network and examples of one's own.
  ///
  /// - Precondition: the batch has as many inputs and targets as the network has features and outputs.
  public init(_ name: String, _ network: Network, _ batch: Batch) {
    precondition(
      batch.inputs.rows == network.sizes[0] && batch.targets.rows == network.outputs,
      "\(batch.inputs.rows) inputs and \(batch.targets.rows) targets for sizes \(network.sizes)")
    self.name = name
    self.network = network
    self.batch = batch
  }

  /// The network and the examples of a network file.
  ///
  /// - Throws: what is wrong with the file.
  public init(file path: String) throws(NetworkFileError) {
    let file = try NetworkFile.read(path: path)
    self.init(file.network.name ?? path, file.network, file.batch)
  }
}

extension Probe {
  /// A network with numbers drawn from a seed.
  ///
  /// Weights, biases and inputs are Gaussian. Targets are one class for each example, one 1 among zeros,
  /// where the cost is the log-loss, and numbers from 0.1 to 0.9 with every other cost.
  ///
  /// - Precondition: there are two layers or more, none of them empty, and an example or more.
  public init(
    sizes: [Int], activation: Activation = .logistic, hypothesis: Hypothesis = .logistic,
    cost: Cost = .quadratic, penalty: Penalty = .none, examples: Int = 5, seed: UInt64 = 1
  ) {
    precondition(
      sizes.count >= 2 && sizes.allSatisfy { $0 > 0 },
      "sizes \(sizes); a probe has at least 2 layers, and each at least 1 node")
    precondition(examples > 0, "\(examples) examples; a probe has at least 1")
    var draw = ProbeNumbers(seed: seed)
    let weights = (1..<sizes.count).map { draw.matrix(sizes[$0], sizes[$0 - 1], scale: 0.8) }
    let biases = (1..<sizes.count).map { draw.matrix(sizes[$0], 1, scale: 0.5).entries }
    let network = Network(
      sizes: sizes, activations: Array(repeating: activation, count: sizes.count - 2),
      hypothesis: hypothesis, cost: cost, penalty: penalty,
      parameters: Parameters(
        weights: Layers(first: 2, weights), biases: Layers(first: 2, biases)))
    let inputs = draw.matrix(sizes[0], examples, scale: 1)
    let targets = draw.targets(network.outputs, examples, oneHot: cost == .logLoss)
    self.init(
      Self.name(network, activation, examples), network, Batch(inputs: inputs, targets: targets))
  }

  /// `3-3-3, 5 examples`; what is not logistic and quadratic is said.
  private static func name(_ network: Network, _ activation: Activation, _ examples: Int) -> String
  {
    var parts = [network.sizes.map(String.init).joined(separator: "-")]
    if network.sizes.count > 2, activation != .logistic { parts.append(activation.name) }
    if network.hypothesis != .logistic { parts.append(network.hypothesis.name) }
    if network.cost != .quadratic { parts.append(network.cost.name) }
    if !network.penalty.isNone { parts.append("penalty") }
    return (parts + ["\(examples) example\(examples == 1 ? "" : "s")"]).joined(separator: ", ")
  }
}

/// Numbers of three decimals from a seed.
private struct ProbeNumbers {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Gaussian numbers; none nearer to 0 than a twentieth of the scale, where a mistake would hide.
  mutating func matrix(_ rows: Int, _ columns: Int, scale: Double) -> Matrix<Double> {
    let entries = (0..<rows * columns).map { _ in
      while true {
        let number = (1000 * scale * generator.gaussian()).rounded() / 1000
        if number.magnitude > scale / 20 { return number }
      }
    }
    return Matrix(rows: rows, columns: columns, entries: entries)
  }

  mutating func targets(_ rows: Int, _ columns: Int, oneHot: Bool) -> Matrix<Double> {
    var result = Matrix<Double>(rows: rows, columns: columns)
    for m in 1...columns {
      let chosen = 1 + generator.integer(below: rows)
      for k in 1...rows {
        let other = (100 + 800 * generator.uniform()).rounded() / 1000
        result[k, m] = oneHot ? (k == chosen ? 1 : 0) : other
      }
    }
    return result
  }
}
