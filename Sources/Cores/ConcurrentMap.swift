// Work spread over the processor's cores, with the same result for any number of them.

import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many cores the process may use.
public let coreCount: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// The results of `body` for 0 ..< count, in that order.
///
/// The items are handed out one by one to whichever thread is free, so a result must not depend on
/// what its thread did before: then it is the same for any number of threads.
///
/// - Parameters:
///   - threads: how many threads work at most; 1 runs everything in the caller's.
///   - state: makes what one thread needs for itself, its buffers above all.
package func concurrentMap<State, Result>(
  count: Int, threads: Int = coreCount, state: @Sendable () -> State,
  _ body: @Sendable (inout State, Int) -> Result
) -> [Result] {
  let workers = min(threads, count)
  guard workers > 1 else {
    var only = state()
    return (0..<count).map { body(&only, $0) }
  }
  return Array(unsafeUninitializedCapacity: count) { results, initialized in
    nonisolated(unsafe) let slots = results
    let items = Items(count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var own = state()
      while let item = items.next() {
        slots.initializeElement(at: item, to: body(&own, item))
      }
    }
    initialized = count
  }
}

/// The results of `body` for 0 ..< count, in that order, where threads need nothing for themselves.
package func concurrentMap<Result>(
  count: Int, threads: Int = coreCount, _ body: @Sendable (Int) -> Result
) -> [Result] {
  concurrentMap(count: count, threads: threads, state: {}) { _, item in body(item) }
}

/// The items that nobody works on yet.
private final class Items: @unchecked Sendable {
  // Only touched inside `order`.
  private var taken = 0
  private let count: Int
  private let order = DispatchQueue(label: "nabla.items")

  init(_ count: Int) { self.count = count }

  func next() -> Int? {
    order.sync {
      guard taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }
}
