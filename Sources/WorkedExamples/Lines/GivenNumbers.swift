// The numbers that a worked example starts from.

public import NetworkModel
public import Notation

/// Weights, biases, inputs, targets and constants, by their letters.
public struct GivenNumbers: Sendable {
  /// The network, whose parameters are given.
  public let network: Network
  /// X and Y, N × M and K × M.
  public let batch: Batch
  /// α.
  public let learningRate: Double

  /// - Parameter learningRate: α.
  public init(_ network: Network, _ batch: Batch, learningRate: Double) {
    self.network = network
    self.batch = batch
    self.learningRate = learningRate
  }

  /// The number that a letter with fixed indices stands for; `nil` where it is computed.
  public func value(of letter: Letter) -> Double? {
    let nodes = letter.nodes.compactMap(\.position)
    let layer = letter.layer?.offset ?? 0
    let m = letter.example?.position ?? 1
    switch letter.name {
    case "x": return batch.inputs[nodes[0], m]
    case "y": return batch.targets[nodes[0], m]
    case "w": return network.parameters.weights[layer][nodes[0], nodes[1]]
    case "b": return network.parameters.biases[layer][nodes[0] - 1]
    case "…": return nil
    case "M": return Double(batch.count)
    case "α": return learningRate
    case "λ": return network.penalty.l1 == 0 ? network.penalty.l2 : network.penalty.l1
    case "λ₂": return network.penalty.l2
    case "λ₁": return network.penalty.l1
    case "c":
      let parameter =
        layer == network.lastLayer
        ? network.hypothesis.parameter : network.activations[layer].parameter
      return parameter?.value
    default: return nil
    }
  }
}
