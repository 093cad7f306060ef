// One line of a worked example: symbol = formula = numbers = value.

public import Notation
public import Numbers

/// A line as it is printed, and the number that it gives.
public struct WorkedLine: Sendable {
  /// As people say it: "F3", "B12".
  public let id: String
  public let quantity: WorkedQuantity
  /// The layer and the example that it belongs to, where it belongs to one.
  public let layer: Int?
  public let example: Int?
  /// The letter that it gives, and its formula; `…` stands for terms that are left away.
  public let left: Letter
  public let formula: Expression
  /// The value with all digits, and as it is printed.
  public let value: DoubleDouble
  public let printed: PrintedNumber
  /// What the printed numbers on the right give, where that is printed differently.
  public let printedOperandsGive: PrintedNumber?
  public let reason: String
  public let reference: LineReference?

  /// Whether terms are left away.
  public var isAbridged: Bool { formula.contains(.ellipsis) }
}

/// Lines that belong together.
public struct WorkedSection: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case forward, backward, gradient, update, again
  }
  public let kind: Kind
  public var lines: [WorkedLine]
}
