// What a checker is given of a cost: a probe that nudges one number and looks at J.

public import Numbers

/// J at one nudged number, and how far it can be trusted.
public struct CostSample: Sendable {
  /// J, with the sides of all kinks held. Two numbers long, so that nothing is lost after the terms
  /// of the cost: sums of a difference scheme are formed in this precision.
  public var cost: DoubleDouble
  /// A first-order bound on the distance of `cost` from J in exact arithmetic.
  public var roundingBound: Double
  /// By how much the number was really moved: θ + h is rounded, so this need not be h.
  public var nudge: DoubleDouble
  /// A kink that the nudge would have moved to its other side, had it not been held.
  public var crossing: Kink?

  public init(
    cost: DoubleDouble, roundingBound: Double, nudge: DoubleDouble, crossing: Kink? = nil
  ) {
    self.cost = cost
    self.roundingBound = roundingBound
    self.nudge = nudge
    self.crossing = crossing
  }
}

/// A cost that can be evaluated with one of its numbers nudged. It is all that a checker sees.
///
/// Every kink stays on the side that it has where nothing is nudged. That cost is smooth, and off the
/// kinks it is J itself near that point; at a kink it is the one that the convention for the slope
/// there differentiates.
public protocol CostProbe {
  /// J where nothing is nudged.
  var base: CostSample { get }

  /// The number at a coordinate.
  func value(of coordinate: Coordinate) -> Double

  /// J with the number at `coordinate` moved by h.
  mutating func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample

  /// J with every parameter moved along a direction, by h times its entry there.
  func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample
}
