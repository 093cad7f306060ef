// The two implementations that tests of learning run beside each other.

import Nabla

/// An engine for one of the two implementations.
enum EngineKind: String, CaseIterable, Sendable, CustomStringConvertible {
  case scalar, blocked

  var description: String { "\(rawValue) engine" }

  func engine(_ network: Network, _ batch: Batch) -> any DescentEngine {
    switch self {
    case .scalar: PlainDescent(network, batch) { ScalarPropagation<Double>($0, $1) }
    case .blocked: BlockedDescent(network, batch)
    }
  }
}
