// What is written down of an epoch while training.

/// Where training stands behind an epoch: a line of its log.
public struct EpochRecord: Sendable, Equatable {
  /// The epoch that is complete, from 1.
  public var epoch: Int
  /// Iterations and updates so far.
  public var iterations: Int
  public var updates: Int
  /// η(e), the learning rate of the epoch.
  public var rate: Double
  /// J on the whole training set behind the epoch, with the penalty and without dropout.
  public var cost: Double
  /// The share of the training set that is put into its class; `nil` where that was not evaluated.
  public var trainAccuracy: Double?
  /// J of the held-out examples without the penalty, and their accuracy.
  public var testCost: Double?
  public var testAccuracy: Double?
  /// ‖∇J‖ of the epoch's last batch, before its update.
  public var gradientSize: Double?
  /// Since the first iteration of this run, by a clock on the wall.
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
