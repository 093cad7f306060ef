// What a user can ask of a check.

public import Cores

/// How a check is done.
public struct CheckOptions: Sendable {
  public var scheme: SchemeChoice
  /// h, for schemes with a step; chosen by the scheme if `nil`.
  public var step: Double?
  /// How many parameters to measure, drawn by `seed`; all of them if `nil`.
  public var sample: Int?
  public var seed: UInt64
  /// How many threads measure at most; the report does not depend on it.
  public var threads: Int
  /// Called with the number of derivatives measured so far and their total, by one thread at a time.
  public var progress: (@Sendable (Int, Int) -> Void)?

  public init(
    scheme: SchemeChoice = .automatic, step: Double? = nil, sample: Int? = nil, seed: UInt64 = 1,
    threads: Int = coreCount, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.scheme = scheme
    self.step = step
    self.sample = sample
    self.seed = seed
    self.threads = threads
    self.progress = progress
  }
}
