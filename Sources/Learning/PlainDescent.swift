// What gradient descent asks for, from any engine that propagates: slow, and easy to read.

public import NetworkModel
import Numbers

/// A training set propagated by an engine that is made anew for every batch.
///
/// It is what the notes say, without blocks and without reuse; engines that are faster are compared with
/// it, and tests give it engines whose equations are wrong.
public struct PlainDescent: DescentEngine {
  public let network: Network
  private let batch: Batch
  private let propagation: @Sendable (Network, Batch) -> any PropagationEngine<Double>

  /// - Parameter propagation: makes the engine for a network and a batch.
  public init(
    _ network: Network, _ batch: Batch,
    propagation: @escaping @Sendable (Network, Batch) -> any PropagationEngine<Double>
  ) {
    self.network = network
    self.batch = batch
    self.propagation = propagation
  }

  public var exampleCount: Int { batch.count }

  /// J and ∇J of some examples by one forward and one backward pass of an engine made for them.
  public func evaluate(
    _ parameters: Parameters<Double>, on part: MiniBatch, to gradient: inout Parameters<Double>
  ) -> Double {
    var chosen = part.positions.map { batch.examples($0) } ?? batch
    chosen.masks = part.masks
    var network = network.with(parameters: parameters)
    network.penalty = network.penalty.share(chosen.count, of: batch.count)
    func evaluate(_ engine: some PropagationEngine<Double>) -> Double {
      let pass = engine.forward(holding: nil)
      gradient = engine.gradients(pass).gradient
      return pass.cost
    }
    return evaluate(propagation(network, chosen))
  }

  /// J and the classes of all examples.
  public func performance(_ parameters: Parameters<Double>) -> Performance {
    let network = network.with(parameters: parameters)
    func cost(_ penalty: Penalty) -> (J: Double, H: Matrix<Double>) {
      let pass = propagation(network.with(penalty: penalty), batch).forward(holding: nil)
      return (pass.cost, pass.activation[network.lastLayer])
    }
    let (data, H) = cost(.none)
    let reading = ClassReading(network).flatMap { $0.isClass(batch.targets) ? $0 : nil }
    let correct = reading.map { reading in
      (1...batch.count).count { reading.label(H, $0) == reading.label(batch.targets, $0) }
    }
    return Performance(
      cost: network.penalty.isNone ? data : cost(network.penalty).J, dataCost: data,
      correct: correct, count: batch.count)
  }
}
