// Which examples are trained with, and which are held out.

import NetworkModel

/// A training set and the examples held out of it, as positions from 0 in ascending order.
public struct HeldOutSplit: Sendable, Equatable {
  public let training: [Int]
  public let heldOut: [Int]

  /// Holds out the last `heldOut` of a permutation that the seed determines.
  ///
  /// - Precondition: at least one example is left.
  public init(examples: Int, heldOut count: Int, seed: UInt64) {
    precondition(count >= 0 && count < examples, "\(count) of \(examples) examples held out")
    guard count > 0 else {
      training = Array(0..<examples)
      heldOut = []
      return
    }
    var generator = SeededGenerator(seed: seed)
    let permutation = generator.permutation(of: examples)
    training = permutation.dropLast(count).sorted()
    heldOut = permutation.suffix(count).sorted()
  }

  private init(training: [Int], heldOut: [Int]) {
    self.training = training
    self.heldOut = heldOut
  }

  /// k-fold cross validation: every example is held out once, in folds whose sizes differ by one at
  /// most.
  ///
  /// - Precondition: 2 ≤ folds ≤ examples.
  public static func folds(_ folds: Int, examples: Int, seed: UInt64) -> [HeldOutSplit] {
    precondition(2...examples ~= folds, "\(folds) folds of \(examples) examples")
    var generator = SeededGenerator(seed: seed, for: .folds, number: 0)
    let permutation = generator.permutation(of: examples)
    return (0..<folds).map { fold in
      let range = fold * examples / folds..<(fold + 1) * examples / folds
      return HeldOutSplit(
        training: (permutation[..<range.lowerBound] + permutation[range.upperBound...]).sorted(),
        heldOut: permutation[range].sorted())
    }
  }
}
