// A small reader of printed arithmetic, independent of everything that writes it.

import Foundation

/// Computes what stands in a line: `-(1 log 0.6566 + (1 - 1) log(1 - 0.6566))`.
struct SheetArithmetic {
  private var tokens: ArraySlice<String>

  /// The value of an expression; `nil` where it is none.
  static func value(_ text: String) -> Double? {
    var reader = SheetArithmetic(tokens: ArraySlice(tokens(text)))
    guard let value = reader.sum(), reader.tokens.isEmpty else { return nil }
    return value
  }

  private static func tokens(_ text: String) -> [String] {
    var result: [String] = []
    var rest = text.replacing("−", with: "-").replacing("·", with: "*")[...]
    while let character = rest.first {
      let length: Int
      if character.isNumber {
        length = rest.prefix { $0.isNumber || $0 == "." }.count
      } else if character.isLetter {
        length = rest.prefix(while: \.isLetter).count
      } else {
        length = 1
      }
      if !character.isWhitespace { result.append(String(rest.prefix(length))) }
      rest = rest.dropFirst(length)
    }
    return result
  }

  private mutating func take(_ token: String) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  /// Factors one behind the other, with a dot between them or without.
  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while let token = tokens.first {
      if take("/") {
        guard let next = factor() else { return nil }
        value /= next
      } else if take("*") || !["+", "-", ")", "]", ",", ">", "<", "≥"].contains(token) {
        guard let next = factor() else { return nil }
        value *= next
      } else {
        break
      }
    }
    return value
  }

  private mutating func factor() -> Double? {
    if take("-") { return factor().map { -$0 } }
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    return factor().map { pow(base, $0) }
  }

  private mutating func atom() -> Double? {
    guard let token = tokens.popFirst() else { return nil }
    switch token {
    case "(":
      guard let value = sum(), take(")") else { return nil }
      return value
    case "[":
      guard let left = sum(), let sign = tokens.popFirst() else { return nil }
      let orEqual = take("=")
      guard let right = sum(), take("]") else { return nil }
      let holds =
        switch sign {
        case ">": orEqual ? left >= right : left > right
        case "≥": left >= right
        default: left < right
        }
      return holds ? 1 : 0
    case "max":
      guard take("("), let a = sum(), take(","), let b = sum(), take(")") else { return nil }
      return Swift.max(a, b)
    case "log": return factor().map { Foundation.log($0) }
    case "tanh": return factor().map { Foundation.tanh($0) }
    case "e": return M_E
    default: return Double(token)
    }
  }
}

/// A number as it is printed, and half a unit of its last digit.
struct ReadNumber {
  let value: Double
  let halfUnit: Double

  init?(_ text: String) {
    guard let value = SheetArithmetic.value(text) else { return nil }
    self.value = value
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    let power = text.split(separator: "^").dropFirst().first.flatMap {
      SheetArithmetic.value(String($0))
    }
    // A whole number is printed without decimals only if the value is whole.
    halfUnit = decimals == 0 ? 0 : 0.5 * pow(10, (power ?? 0) - Double(decimals))
  }

  /// Whether a value is printed like this.
  func isPrinted(_ other: Double) -> Bool {
    (value - other).magnitude <= halfUnit * (1 + 1e-6) + 1e-12 * max(1, value.magnitude)
  }
}
