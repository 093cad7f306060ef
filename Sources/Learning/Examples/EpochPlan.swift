// Epochs, batches and iterations: [N] "Epochs and batches".

public import NetworkModel

/// How the examples of a training set are cut into the batches of an epoch.
///
/// An epoch is a pass of all examples, an iteration a pass of one batch: "1000 examples in batches of
/// 200 are 5 iterations" [N]. Where the size does not divide M, the last batch has what is left.
public struct EpochPlan: Sendable {
  /// M.
  public let exampleCount: Int
  /// |D^(b)|, the last batch excepted.
  public let batchSize: Int
  private let order: ExampleOrder
  private let seed: UInt64

  /// - Parameter examples: M, of the training set without what is held out.
  public init(_ settings: TrainingSettings, examples: Int) {
    exampleCount = examples
    batchSize = settings.batch.count(of: examples)
    order = settings.order
    seed = settings.seed
  }

  /// B, the number of batches.
  public var iterationsPerEpoch: Int { (exampleCount + batchSize - 1) / batchSize }

  /// The examples of an epoch, from 0, in their order; `nil` for all at once, where order is nothing.
  public func order(ofEpoch epoch: Int) -> [Int]? {
    if batchSize == exampleCount { return nil }
    guard order == .shuffled else { return Array(0..<exampleCount) }
    var generator = SeededGenerator(seed: seed, for: .order, number: epoch)
    return generator.permutation(of: exampleCount)
  }

  /// Where the examples of a batch are in that order.
  public func range(ofBatch batch: Int) -> Range<Int> {
    let start = batch * batchSize
    return start..<min(start + batchSize, exampleCount)
  }
}
