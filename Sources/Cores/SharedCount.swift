// A count that several threads add to.

import Dispatch

/// How much of some work is done; whoever wants to know is told by one thread at a time.
package final class SharedCount: @unchecked Sendable {
  // Only touched inside `order`.
  private var count = 0
  private let total: Int
  private let listener: (@Sendable (Int, Int) -> Void)?
  private let order = DispatchQueue(label: "nabla.count")

  /// - Parameter listener: called with the count and the total after every addition.
  package init(total: Int, listener: (@Sendable (Int, Int) -> Void)?) {
    self.total = total
    self.listener = listener
  }

  /// Counts so much more, and tells the listener.
  package func add(_ amount: Int) {
    guard let listener else { return }
    order.sync {
      count += amount
      listener(count, total)
    }
  }
}
