// One line of a worked example: symbol = formula = numbers = value.

public import Notation
public import Numbers

/// A line as it is printed, and the number that it gives.
public struct WorkedLine: Sendable {
  /// As people say it: "F3", "B12".
  public let id: String
  /// What it finds.
  public let quantity: WorkedQuantity
  /// The layer and the example that it belongs to, where it belongs to one.
  public let layer: Int?
  /// The example, where the batch has several and the line belongs to one.
  public let example: Int?
  /// The letter that it gives, and its formula; `…` stands for terms that are left away.
  public let left: Letter
  /// The formula, every Σ written out; `…` stands for terms that are left away.
  public let formula: Expression
  /// The value with all digits, and as it is printed.
  public let value: DoubleDouble
  /// The value as it is printed.
  public let printed: PrintedNumber
  /// What the printed numbers on the right give, where that is printed differently.
  public let printedOperandsGive: PrintedNumber?
  /// Why: "weighted input", "BP2".
  public let reason: String
  /// The line of a derivation that it uses.
  public let reference: LineReference?

  /// Whether terms are left away.
  public var isAbridged: Bool { formula.contains(.ellipsis) }
}

/// Lines that belong together.
public struct WorkedSection: Sendable {
  /// Which part of the calculation it is.
  public enum Kind: String, CaseIterable, Sendable {
    case forward, backward, gradient, update, again
  }
  /// Which part it is.
  public let kind: Kind
  /// Its lines, in order.
  public var lines: [WorkedLine]
}
