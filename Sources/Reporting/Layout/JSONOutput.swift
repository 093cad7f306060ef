// A value that is written as JSON: RFC 8259.

import NetworkModel

/// A JSON value, its keys in the order in which they are written.
public enum JSONOutput: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number; NaN and the infinities are written `null`, for JSON has no word for them.
  case number(Double)
  case string(String)
  case array([JSONOutput])
  case object([(key: String, value: JSONOutput)])

  /// An object from keys in a fixed order; keys whose value is Swift's `nil` are left out.
  public static func object(_ members: KeyValuePairs<String, JSONOutput?>) -> JSONOutput {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A list of numbers.
  public static func numbers(_ values: some Sequence<Double>) -> JSONOutput {
    .array(values.map { .number($0) })
  }

  /// A list of texts.
  public static func strings(_ values: some Sequence<String>) -> JSONOutput {
    .array(values.map { .string($0) })
  }

  /// A number, or `null` where there is none.
  public static func optional(_ value: Double?) -> JSONOutput { value.map { .number($0) } ?? .null }

  /// An object with one more member, at the end; other values stay as they are.
  public func adding(_ key: String, _ value: JSONOutput) -> JSONOutput {
    guard case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }
}

// MARK: - Writing

extension JSONOutput {
  /// The text, without a line break at its end.
  ///
  /// Numbers are the shortest that read back as the same `Double`. A pretty text is indented by two
  /// spaces a level, and a list that holds neither objects nor lists stands on one line.
  public func text(isPretty: Bool = true) -> String {
    var result = ""
    write(to: &result, indent: isPretty ? 0 : nil)
    return result
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value):
      // Its digits go where they belong, without a string of their own.
      if value.isFinite { value.write(to: &text) } else { text += "null" }
    case .string(let value): text.append(quoted: value)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isScalar)
      Self.write(values, "[", "]", to: &text, indent: isFlat ? nil : indent, indent != nil) {
        $0.write(to: &$1, indent: $2)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &text, indent: indent, indent != nil) {
        $1.append(quoted: $0.key)
        $1 += $2 == nil ? ":" : ": "
        $0.value.write(to: &$1, indent: $2)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Elements between brackets: a line each where there is an indent.
  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, indent: Int?,
    _ isSpaced: Bool, _ element: (Element, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    for (position, value) in elements.enumerated() {
      if position > 0 { text += inner == nil && isSpaced ? ", " : "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      element(value, &text, inner)
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }
}
