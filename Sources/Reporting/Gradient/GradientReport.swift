// A gradient with everything that it was computed from.

public import NetworkModel
public import Numbers

/// What one engine has computed for a network and its batch: both passes.
public struct GradientReport: Sendable {
  public let network: Network
  public let batch: Batch
  public let forward: ForwardPass<Double>
  public let backward: BackwardPass<Double>
  /// The engine's name.
  public let engine: String
  /// What the classes 1 … K are called, where the data say it.
  public let classNames: [String]?

  public init(
    network: Network, batch: Batch, forward: ForwardPass<Double>, backward: BackwardPass<Double>,
    engine: String, classNames: [String]? = nil
  ) {
    self.network = network
    self.batch = batch
    self.forward = forward
    self.backward = backward
    self.engine = engine
    self.classNames = classNames
  }

  /// The class that an example is put into.
  public struct Prediction: Sendable, Hashable {
    /// 1 … K, the number of the output that is largest; with a single output 1 or 0.
    public let label: Int
    public let probability: Double
  }

  /// The class of each example; none where outputs are no probabilities.
  ///
  /// Of several outputs the largest counts, of equal ones the first. A single logistic output h is the
  /// probability of class 1, which is predicted where h ≥ ½; else class 0, with probability 1 − h.
  public var predictions: [Prediction] {
    guard ["logistic", "softmax"].contains(network.hypothesis.name) else { return [] }
    // Softmax of one output has a single class, of probability 1.
    let reading = ClassReading(network) ?? .largest
    let H = forward.activation[network.lastLayer]
    return (1...batch.count).map { m in
      let label = reading.label(H, m)
      return Prediction(label: label, probability: label == 0 ? 1 - H[1, m] : H[label, m])
    }
  }

  /// What a class is called, if it has a name.
  func className(_ label: Int) -> String? {
    guard let classNames, network.outputs > 1, classNames.indices ~= label - 1 else { return nil }
    return classNames[label - 1]
  }
}
