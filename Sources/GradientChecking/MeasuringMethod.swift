// The ways in which a derivative can have been measured.

/// How one derivative was measured. One byte, since a check keeps a hundred thousand of them.
public enum MeasuringMethod: String, Sendable {
  case forward, central
  case fivePoint = "five-point"
  case sevenPoint = "seven-point"
  case ridders
  case complexStep = "complex-step"
  case dual
  /// The automatic scheme, where `Double` could not tell.
  case precise = "five-point, double-double"
  /// Points on one side only, where a function has no values on the other.
  case oneSided = "one-sided"
  /// A difference scheme of somebody's own.
  case differences

  public var name: String { rawValue }
}

extension DifferenceScheme {
  var method: MeasuringMethod { MeasuringMethod(rawValue: name) ?? .differences }
}
