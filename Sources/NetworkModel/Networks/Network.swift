// A feed-forward network: [W] §2, §4.

public import Numbers

/// A feed-forward network: sizes, functions, weights and biases.
public struct Network: Sendable {
  public var name: String?
  /// s_1 … s_L; s_1 = N features, s_L = K outputs.
  public let sizes: [Int]
  /// g of the hidden layers ℓ = 2 … L−1.
  public let activations: Layers<Activation>
  public let hypothesis: Hypothesis
  public let cost: Cost
  public var penalty: Penalty
  public var parameters: Parameters<Double>

  /// - Precondition: the shapes fit the sizes; there are L−2 activations and at least 2 layers.
  public init(
    name: String? = nil, sizes: [Int], activations: [Activation], hypothesis: Hypothesis,
    cost: Cost, penalty: Penalty = .none, parameters: Parameters<Double>
  ) {
    precondition(sizes.count >= 2, "\(sizes.count) layers; a network has at least 2")
    precondition(
      activations.count == sizes.count - 2,
      "\(activations.count) activations for \(sizes.count - 2) hidden layers")
    for l in 2...sizes.count {
      let (w, b) = (parameters.weights[l], parameters.biases[l])
      precondition(
        w.rows == sizes[l - 1] && w.columns == sizes[l - 2] && b.count == sizes[l - 1],
        "W^(\(l)) is \(w.rows)×\(w.columns) with \(b.count) biases, sizes are \(sizes)")
    }
    self.name = name
    self.sizes = sizes
    self.activations = Layers(first: 2, activations)
    self.hypothesis = hypothesis
    self.cost = cost
    self.penalty = penalty
    self.parameters = parameters
  }

  /// The same network with other weights, biases or another penalty.
  public func with(
    parameters: Parameters<Double>? = nil, penalty: Penalty? = nil
  ) -> Network {
    var network = self
    network.parameters = parameters ?? network.parameters
    network.penalty = penalty ?? network.penalty
    return network
  }

  /// L, the number of the output layer.
  public var lastLayer: Int { sizes.count }

  /// s_ℓ.
  public func size(_ l: Int) -> Int { sizes[l - 1] }

  /// K.
  public var outputs: Int { sizes[sizes.count - 1] }
}
