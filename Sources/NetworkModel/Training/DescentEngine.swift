// What gradient descent asks of an engine.

public import Numbers

/// An engine that holds a training set and gives J and ∇J of any part of it.
public protocol DescentEngine {
  /// The network whose functions and penalty count; its parameters are replaced at every call.
  var network: Network { get }
  /// M, the number of examples of the training set.
  var exampleCount: Int { get }

  /// J of a mini-batch and its gradient, both with the penalty.
  ///
  /// The data's part is averaged over the mini-batch as the cost says. The M of the penalty's λ/M is
  /// the whole training set's, so that every mini-batch is a sample of one and the same objective: a
  /// step shrinks a weight by the factor 1 − αλ/M, however many examples it looks at.
  ///
  /// - Parameter gradient: what it is written into, whatever was in it.
  /// - Returns: J.
  mutating func evaluate(
    _ parameters: Parameters<Double>, on batch: MiniBatch, to gradient: inout Parameters<Double>
  ) -> Double

  /// J on the whole training set with the penalty, and how many examples are put into their class.
  mutating func performance(_ parameters: Parameters<Double>) -> Performance
}

/// Some examples of a training set, and the nodes that dropout leaves them.
public struct MiniBatch: Sendable {
  /// Which examples, from 0, in the order in which they are columns; `nil` for all, in their order.
  public var positions: [Int]?
  /// What the hidden activation values are multiplied with, ℓ = 2 … L−1, s_ℓ × the number of
  /// examples; `nil` without dropout.
  public var masks: Layers<Matrix<Double>>?

  public init(positions: [Int]? = nil, masks: Layers<Matrix<Double>>? = nil) {
    self.positions = positions
    self.masks = masks
  }
}

/// What a network makes of some examples.
public struct Performance: Equatable, Sendable {
  /// J, the penalty included.
  public var cost: Double
  /// J without the penalty: what is compared where penalties differ.
  public var dataCost: Double
  /// How many examples are put into the class that their target says; `nil` where outputs or
  /// targets are no classes.
  public var correct: Int?
  /// How many examples there are.
  public var count: Int

  public init(cost: Double, dataCost: Double, correct: Int?, count: Int) {
    self.cost = cost
    self.dataCost = dataCost
    self.correct = correct
    self.count = count
  }

  /// Σ I(t = y) / n                                                                  [V] (24)
  public var accuracy: Double? { correct.map { Double($0) / Double(count) } }
}
