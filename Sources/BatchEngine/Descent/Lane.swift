// What one core works on in a descent: some blocks of examples, one after the other.

import NetworkModel
import Numbers

/// The buffers of one core, and what its blocks add up to. One thread at a time uses a lane.
final class Lane: @unchecked Sendable {
  /// Σ of the blocks' gradients, without the penalty.
  private(set) var sum: Parameters<Double>
  /// Σ of the blocks' costs, without the penalty.
  private(set) var cost = 0.0
  /// How many examples were put into their class.
  private(set) var correct = 0
  private var pass: ForwardPass<Double>
  private var gradients: Gradients<Double>
  private var gathered = GatheredExamples()
  private var isEmpty = true

  init(_ network: Network) {
    sum = network.parameters.map { _ in 0 }
    let empty = Layers(
      first: 2, Array(repeating: Matrix<Double>.empty, count: network.lastLayer - 1))
    pass = ForwardPass(
      weightedInput: empty, activation: Layers(first: 1, [.empty] + empty.elements), cost: 0,
      sides: Sides(nodes: Layers(first: 2, []), weights: Layers(first: 2, [])), kinks: [])
    gradients = Gradients(
      error: empty,
      gradient: Parameters(
        weights: empty, biases: Layers(first: 2, empty.elements.map { _ in [] })))
  }

  /// Gives the sum away for memory of the same shape.
  func swapSum(with gradient: inout Parameters<Double>) { swap(&sum, &gradient) }

  func reset() { (cost, correct, isEmpty) = (0, 0, true) }

  /// Adds the cost and the gradient of a share.
  func propagate(
    _ share: Share, _ prototype: BatchPropagation<Double>, _ parameters: Parameters<Double>,
    _ weights: SparseWeights?
  ) {
    let engine = share.engine(prototype, parameters, weights, using: &gathered)
    engine.forward(to: &pass)
    engine.gradients(pass, to: &gradients)
    cost += pass.cost
    if isEmpty { swap(&sum, &gradients.gradient) } else { sum.add(gradients.gradient) }
    isEmpty = false
    // The memory of gathered examples must have one owner when the next ones are gathered.
    pass.activation[1] = .empty
  }

  /// Adds the cost of a share, and how many of its examples are put into their class.
  func look(
    _ share: Share, _ prototype: BatchPropagation<Double>, _ parameters: Parameters<Double>,
    _ weights: SparseWeights?, _ reading: ClassReading?
  ) {
    let engine = share.engine(prototype, parameters, weights, using: &gathered)
    engine.forward(to: &pass)
    defer { pass.activation[1] = .empty }
    cost += pass.cost
    guard let reading else { return }
    let (H, Y) = (pass.activation[engine.network.lastLayer], engine.batch.targets)
    for m in 1...Y.columns where reading.label(H, m) == reading.label(Y, m) { correct += 1 }
  }
}
