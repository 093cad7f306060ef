// What was found once, kept for whoever asks again.

import Dispatch

/// Values by what they were made from, each made once; several threads may ask.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
  // Only touched inside `order`.
  private var known: [Key: Value] = [:]
  private let order = DispatchQueue(label: "nabla.memo")

  package init() {}

  /// The value for a key, made if nobody has asked for it before.
  ///
  /// Two threads that ask at once may both make it; the first one's is kept.
  package func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = order.sync(execute: { known[key] }) { return value }
    let made = make()
    return order.sync {
      let value = known[key] ?? made
      known[key] = value
      return value
    }
  }
}
