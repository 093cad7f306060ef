// Where training stands: what it needs, besides the parameters, to go on as if it had never stopped.

public import Numbers

/// The counts of [N] "Epochs and batches", and the velocity of momentum.
public struct TrainingState: Equatable, Sendable {
  /// Epochs that are complete.
  public var epochs = 0
  /// Batches that were passed forward and backward, over all epochs.
  public var iterations = 0
  /// How often the parameters were updated.
  public var updates = 0
  /// v of momentum, in the shape of the parameters; `nil` where it is 0 or there is no momentum.
  public var velocity: Parameters<Double>?

  public init(
    epochs: Int = 0, iterations: Int = 0, updates: Int = 0, velocity: Parameters<Double>? = nil
  ) {
    self.epochs = epochs
    self.iterations = iterations
    self.updates = updates
    self.velocity = velocity
  }
}
