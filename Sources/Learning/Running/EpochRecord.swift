// What is known of an epoch, for a log.

/// The state of training behind an epoch.
public struct EpochRecord: Sendable, Equatable {
  public var epoch: Int
  public var iterations: Int
  public var updates: Int
  /// The learning rate of the epoch.
  public var rate: Double
  /// J on the training set, with the penalty and without dropout.
  public var cost: Double
  public var trainAccuracy: Double?
  /// J of the held-out examples, without the penalty.
  public var testCost: Double?
  public var testAccuracy: Double?
  /// ‖∇J‖ of the epoch's last batch.
  public var gradientSize: Double?
  /// Since the first iteration of this run.
  public var seconds: Double

  public init(
    epoch: Int, iterations: Int, updates: Int, rate: Double, cost: Double,
    trainAccuracy: Double? = nil, testCost: Double? = nil, testAccuracy: Double? = nil,
    gradientSize: Double? = nil, seconds: Double
  ) {
    self.epoch = epoch
    self.iterations = iterations
    self.updates = updates
    self.rate = rate
    self.cost = cost
    self.trainAccuracy = trainAccuracy
    self.testCost = testCost
    self.testAccuracy = testAccuracy
    self.gradientSize = gradientSize
    self.seconds = seconds
  }
}
