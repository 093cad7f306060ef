// What a checker is given of a cost: a probe that nudges numbers and looks at what J does.

public import Numbers

/// J with one number nudged, against J where nothing is nudged.
public struct CostSample: Sendable {
  /// J(θ + nudge) − J(θ), with the sides of all kinks held as they are at θ.
  public var change: Double
  /// A first-order bound on the distance of `change` from the same in exact arithmetic, but for what
  /// all samples of the probe have in common (which is `base.roundingBound`).
  public var roundingBound: Double
  /// By how much the number was really moved: θ + h may be rounded, so this need not be h.
  public var nudge: Double
  /// A kink that the nudge would have moved to its other side, had it not been held.
  public var crossing: Kink?

  @inlinable
  public init(change: Double, roundingBound: Double, nudge: Double, crossing: Kink? = nil) {
    self.change = change
    self.roundingBound = roundingBound
    self.nudge = nudge
    self.crossing = crossing
  }
}

/// A cost that can be evaluated with its numbers nudged. It is all that a checker sees.
///
/// Every kink stays on the side that it has where nothing is nudged. That cost is smooth, and off the
/// kinks it is J itself near that point; at a kink it is the one that the convention for the slope
/// there differentiates.
public protocol CostProbe: Sendable {
  /// The sample where nothing is nudged: change 0, nudge 0.
  var base: CostSample { get }

  /// The number at a coordinate.
  func value(of coordinate: Coordinate) -> Double

  /// Samples of numbers that belong to one node: layer and i are the same, so these are some of its
  /// weights, its bias, its weighted inputs.
  ///
  /// The sample of `coordinates[c]` moved by `offsets[o] · steps[c]` is at `c · offsets.count + o`.
  /// - Precondition: as many steps as coordinates; no offset is 0.
  mutating func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample]

  /// Samples with every parameter moved along a direction, by each of `steps` times its entry there.
  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample]
}

extension CostProbe {
  /// The sample of one number moved by h.
  public mutating func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    h == 0 ? base : evaluate([coordinate], steps: [h], offsets: [1])[0]
  }
}
