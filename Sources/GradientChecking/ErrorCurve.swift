// The error of a difference scheme against its step: the curve that explains the choice of h.

public import NetworkModel

/// The error of one parameter's measured derivative for every step from 2^−50 to 2.
///
/// On the left it is rounding, growing as 1/h; on the right truncation, growing as h^order.
public struct ErrorCurve: Sendable {
  public let coordinate: Coordinate
  /// The scheme whose steps are tried.
  public let scheme: DifferenceScheme
  /// The best value that is known, to which the errors are relative in place.
  public let reference: Measurement
  /// The step that the check uses.
  public let stepUsed: Double
  public let points: [Point]

  public struct Point: Sendable {
    public let step: Double
    /// |d(h) − reference|.
    public let error: Double
    /// The bound on the rounding of d(h): the rounding branch.
    public let rounding: Double
    /// |d(h) − d(2h)|, what is left of higher orders: the truncation branch.
    public let truncation: Double

    public init(step: Double, error: Double, rounding: Double, truncation: Double) {
      self.step = step
      self.error = error
      self.rounding = rounding
      self.truncation = truncation
    }
  }

  public init(
    coordinate: Coordinate, scheme: DifferenceScheme, reference: Measurement, stepUsed: Double,
    points: [Point]
  ) {
    self.coordinate = coordinate
    self.scheme = scheme
    self.reference = reference
    self.stepUsed = stepUsed
    self.points = points
  }

  /// - Parameter scheme: `nil` for the one that the automatic scheme uses, five-point.
  public init(
    _ subject: CheckSubject, _ coordinate: Coordinate, scheme: DifferenceScheme? = nil,
    step: Double? = nil
  ) {
    self.coordinate = coordinate
    let tried = scheme ?? .fivePoint
    self.scheme = tried
    var precise = subject.preciseProbe()
    reference = AutomaticMeasuring.precise.measure(coordinate, goal: 0, &precise)
    // Whole forward passes round; that is what the curve is about.
    var probe = subject.exhaustiveProbe()
    stepUsed = Self.stepUsed(coordinate, scheme, step, &probe)
    let exact = reference.derivative
    points = (-50...1).map { exponent in
      let h = Double(sign: .plus, exponent: exponent, significand: 1)
      let measurement = measure(coordinate, tried, step: h, &probe)
      return Point(
        step: h, error: (measurement.derivative - exact).magnitude,
        rounding: measurement.rounding, truncation: measurement.truncation)
    }
  }

  private static func stepUsed(
    _ coordinate: Coordinate, _ scheme: DifferenceScheme?, _ step: Double?,
    _ probe: inout some CostProbe
  ) -> Double {
    if let step { return step }
    if let scheme { return measure(coordinate, scheme, &probe).step ?? scheme.defaultStep }
    let automatic = AutomaticMeasuring()
    let found = automatic.measure(coordinate, goal: 0, &probe)
    return found.step ?? automatic.step
  }
}
