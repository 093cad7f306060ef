// The sides of kinks: which branch each max, bracket and |w| takes.

/// The branch that every max and bracket of a forward pass takes, one byte a node and example, and
/// one a weight: a bit for each kink of its function.
///
/// A cost evaluated with its sides held is smooth, and near a point off the kinks it is J.
public struct Sides: Sendable, Equatable {
  /// By layer ℓ = 2 … L, s_ℓ × M row by row.
  public var nodes: Layers<[UInt8]>
  /// By layer ℓ = 2 … L, the signs of the weights, where the penalty has |w|; else empty.
  public var weights: Layers<[UInt8]>

  public init(nodes: Layers<[UInt8]>, weights: Layers<[UInt8]>) {
    self.nodes = nodes
    self.weights = weights
  }

  /// All sides 0, for a network and M examples.
  public init(network: Network, examples: Int) {
    let layers = 2...network.lastLayer
    nodes = Layers(
      first: 2, layers.map { Array(repeating: 0, count: network.size($0) * examples) })
    let signed = network.penalty.l1 > 0
    weights = Layers(
      first: 2,
      layers.map {
        Array(repeating: 0, count: signed ? network.size($0) * network.size($0 - 1) : 0)
      })
  }
}
