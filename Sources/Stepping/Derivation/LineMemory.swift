// What was found out about the lines of a derivation: a screen is drawn often, numbers are found once.

import Deriving
import Dispatch

/// Numbers, scopes and mistakes by line.
final class LineMemory: @unchecked Sendable {
  // Only touched inside `order`.
  private var numbers: [String: [LineNumbers]] = [:]
  private var scopes: [String: [Bool]] = [:]
  private var mistakes: [String: [(line: MistakenLine, worth: String?)]] = [:]
  private let order = DispatchQueue(label: "nabla.lines")

  func numbers(_ key: String, _ find: () -> [LineNumbers]) -> [LineNumbers] {
    order.sync {
      if let known = numbers[key] { return known }
      let found = find()
      numbers[key] = found
      return found
    }
  }

  func scope(_ id: String, _ find: () -> [Bool]) -> [Bool] {
    order.sync {
      if let known = scopes[id] { return known }
      let found = find()
      scopes[id] = found
      return found
    }
  }

  func mistakes(
    _ id: String, _ find: () -> [(line: MistakenLine, worth: String?)]
  ) -> [(line: MistakenLine, worth: String?)] {
    if let known = order.sync(execute: { mistakes[id] }) { return known }
    // Not inside: what a mistake is worth asks for the scope.
    let found = find()
    order.sync { mistakes[id] = found }
    return found
  }
}
