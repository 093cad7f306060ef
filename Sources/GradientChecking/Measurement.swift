// A measured derivative and how far it can be trusted.

public import NetworkModel

/// A derivative of the cost, measured without any formula for it: d ± bound.
public struct Measurement: Sendable {
  public let coordinate: Coordinate
  /// d.
  public let derivative: Double
  /// The estimate of what is left of higher orders of h.
  public let truncation: Double
  /// What the roundings in the costs can have done to d.
  public let rounding: Double
  /// The scheme and its step; no step where the scheme has none.
  public let method: MeasuringMethod
  public let step: Double?
  /// A kink that the nudges would have crossed, had its side not been held.
  public let crossing: Kink?
  /// Whether no nudge changed the cost.
  public let isFlat: Bool

  public init(
    coordinate: Coordinate, derivative: Double, truncation: Double, rounding: Double,
    method: MeasuringMethod, step: Double?, crossing: Kink? = nil, isFlat: Bool = false
  ) {
    self.coordinate = coordinate
    self.derivative = derivative
    self.truncation = truncation
    self.rounding = rounding
    self.method = method
    self.step = step
    self.crossing = crossing
    self.isFlat = isFlat
  }

  /// e: what d can be off by.
  public var bound: Double { truncation + rounding }
}

/// What the samples around one number say of its derivative.
struct Estimate {
  let derivative: Double
  let truncation: Double
  let rounding: Double
  let step: Double
  let crossing: Kink?
  let isFlat: Bool

  var bound: Double { truncation + rounding }

  func measurement(of coordinate: Coordinate, by method: MeasuringMethod) -> Measurement {
    Measurement(
      coordinate: coordinate, derivative: derivative, truncation: truncation, rounding: rounding,
      method: method, step: step, crossing: crossing, isFlat: isFlat)
  }
}
