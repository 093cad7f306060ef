// Derivations of many topics, on every core.

import Dispatch

extension CheckedDerivation {
  /// The derivations of some topics, checked, in the order of the topics.
  ///
  /// - Parameter progress: told how many are done; by one thread at a time.
  /// - Throws: where a topic cannot be derived, the first of them.
  public static func checking(
    _ topics: [Topic], progress: @Sendable (Int) -> Void = { _ in }
  ) throws(DerivingError) -> [CheckedDerivation] {
    let results = Results(count: topics.count)
    DispatchQueue.concurrentPerform(iterations: topics.count) { n in
      let result = Result { () throws(DerivingError) in
        CheckedDerivation(checking: try topics[n].derivation())
      }
      results.set(result, at: n, progress)
    }
    var checked: [CheckedDerivation] = []
    for result in results.all { checked.append(try result.get()) }
    return checked
  }

  /// What the threads found; a lock keeps them apart.
  private final class Results: @unchecked Sendable {
    private let lock = DispatchSemaphore(value: 1)
    private var found: [Result<CheckedDerivation, DerivingError>?]
    private var done = 0

    init(count: Int) { found = Array(repeating: nil, count: count) }

    func set(
      _ result: Result<CheckedDerivation, DerivingError>, at n: Int,
      _ progress: @Sendable (Int) -> Void
    ) {
      lock.wait()
      found[n] = result
      done += 1
      progress(done)
      lock.signal()
    }

    var all: [Result<CheckedDerivation, DerivingError>] { found.compactMap { $0 } }
  }
}
