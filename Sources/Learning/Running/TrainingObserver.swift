// What somebody who watches training is told, and may ask for.

public import NetworkModel
import Numbers

/// What somebody who watches training wants, and may do to it.
public struct TrainingObserver {
  /// After every iteration; training stops where the answer is false.
  public var iteration: (TrainingMoment) -> Bool = { _ in true }
  /// After every epoch, where it is given: what the network then makes of the examples.
  public var epoch: ((EpochRecord) -> Void)?
  /// After so many epochs, with what is to be kept of them.
  public var save: (every: Int, to: (Parameters<Double>, TrainingState) -> Void)?
  /// After so many iterations: whether the gradient that is about to be followed is right.
  public var check: (every: Int, of: (GradientQuestion) -> GradientAnswer)?
  /// How many examples of a batch are asked about at most: measuring takes as long as they are many.
  public var checkedExamples = 32

  /// An observer that only looks on.
  public init() {}
}

/// Where training is, for a progress bar.
public struct TrainingMoment: Sendable {
  public let iterations: Int
  public let epoch: Int
  public let rate: Double
  /// J of the last batch, before its update.
  public let cost: Double
}
