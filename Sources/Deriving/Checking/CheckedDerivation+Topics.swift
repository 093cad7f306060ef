// Derivations of many topics, on every core.

import Cores

extension CheckedDerivation {
  /// The derivations of some topics, checked, in the order of the topics.
  ///
  /// - Parameter progress: told how many are done, and of how many; by one thread at a time.
  /// - Throws: where a topic cannot be derived, the first of them.
  public static func checking(
    _ topics: [Topic], progress: (@Sendable (Int, Int) -> Void)? = nil
  ) throws(DerivingError) -> [CheckedDerivation] {
    let done = SharedCount(total: topics.count, listener: progress)
    let results = concurrentMap(count: topics.count) { n in
      defer { done.add(1) }
      return Result { () throws(DerivingError) in
        CheckedDerivation(checking: try topics[n].derivation())
      }
    }
    var checked: [CheckedDerivation] = []
    for result in results { checked.append(try result.get()) }
    return checked
  }
}
