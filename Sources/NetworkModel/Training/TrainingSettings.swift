// How a network is trained: what `training` in a network file and the options of a trainer say.

/// The settings of gradient descent: [W] §10, [V] §5, [N] "Types of gradient descent".
///
/// - Units: epochs, iterations and updates are counted as [N] counts them: an iteration is one batch
///   passed forward and backward, an epoch is as many iterations as there are batches.
public struct TrainingSettings: Equatable, Sendable {
  /// When the parameters are updated.
  public var method = DescentMethod.gradientDescent
  /// How many examples a batch has.
  public var batch = BatchSize.all
  /// In which order the examples are cut into batches.
  public var order = ExampleOrder.shuffled
  /// α, the learning rate that training starts with; > 0.
  public var rate = 0.1
  /// How the learning rate goes on.
  public var schedule = RateSchedule.constant
  /// μ, the momentum rate, 0 ≤ μ < 1; 0 is gradient descent without momentum.
  public var momentum = 0.0
  /// The probability 0 ≤ p < 1 that a hidden node is dropped in an iteration.
  public var dropout = 0.0
  /// What the held-out examples, the order and the dropped nodes are drawn from.
  public var seed: UInt64 = 1
  /// How many examples are held out: the last ones of a permutation that the seed determines.
  public var heldOut = 0
  /// After how many iterations training stops, over all runs that were resumed.
  public var iterations: Int?
  /// After how many epochs it stops.
  public var epochs: Int?
  /// It stops as soon as J on the training set is no larger.
  public var costGoal: Double?
  /// It stops as soon as ‖∇J‖ on the training set is no larger: the root of the sum of squares over
  /// all parameters.
  public var gradientGoal: Double?

  /// Batch gradient descent at α = 0.1 without any stop.
  public init() {}
}

/// How many examples a batch has.
public enum BatchSize: Hashable, Sendable {
  /// All of them: batch gradient descent, [W] §10.1.
  case all
  /// So many, the last batch of an epoch as many as are left: mini-batch gradient descent,
  /// [W] §10.3; with 1 stochastic gradient descent, [W] §10.2.
  case examples(Int)

  /// |D^(b)| of a training set of M examples, the last batch excepted.
  public func count(of M: Int) -> Int {
    switch self {
    case .all: M
    case .examples(let count): min(count, M)
    }
  }
}

/// In which order the examples of an epoch are cut into batches.
public enum ExampleOrder: String, CaseIterable, Sendable {
  /// A new random order each epoch: [V] Algorithm 1, [N].
  case shuffled
  /// m = 1 … M, as the file has them: [W] §10.2.
  case given
}

/// When the parameters are updated.
public enum DescentMethod: String, CaseIterable, Sendable {
  /// After every batch: [W] §10, [N].
  case gradientDescent = "gradient-descent"
  /// Once an epoch, with the average of the gradients of its batches: [V] Algorithm 1.
  ///
  /// Each batch counts the same, as [V] prints it; where the last one is smaller, its examples count
  /// for more, and the average is not the gradient of the whole training set.
  case averagedMiniBatches = "averaged-mini-batches"
}
