// What a user can ask of a check.

/// How a check is done.
public struct CheckOptions: Sendable {
  public var scheme: SchemeChoice
  /// h, for schemes with a step; chosen by the scheme if `nil`.
  public var step: Double?
  /// How many parameters to measure, drawn by `seed`; all of them if `nil`.
  public var sample: Int?
  public var seed: UInt64
  /// Called with the number of derivatives measured so far and their total.
  public var progress: (@Sendable (Int, Int) -> Void)?

  public init(
    scheme: SchemeChoice = .automatic, step: Double? = nil, sample: Int? = nil, seed: UInt64 = 1,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.scheme = scheme
    self.step = step
    self.sample = sample
    self.seed = seed
    self.progress = progress
  }
}
