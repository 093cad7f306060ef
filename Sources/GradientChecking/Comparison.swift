// A claimed derivative beside the measured one.

public import NetworkModel
import Numbers

/// Why a check cannot tell.
public enum Reason: Hashable, Sendable {
  /// The cost at the nudged points, or the claim, is no finite number.
  case notFinite
  /// The differences do not settle down as the step gets smaller.
  case doesNotSettle
  /// The bound is more than 10^−6 of what it is to judge.
  case boundTooLarge
}

/// A claimed derivative beside the measured one.
public struct Comparison: Sendable {
  public let claimed: Double
  public let measurement: Measurement
  /// What the claim's own roundings can have done to it.
  public let claimRounding: Double
  /// What the bound is measured by: the largest claimed derivative of the layer, or the rounding scale
  /// ε|J| of the cost where all of them are tiny.
  public let scale: Double
  public let verdict: Verdict
  public let reason: Reason?

  public var coordinate: Coordinate { measurement.coordinate }
  public var measured: Double { measurement.derivative }
  /// |claimed − measured|.
  public var difference: Double { (claimed - measured).magnitude }
  /// The most by which a right claim can be off: the bound of the measurement and the claim's own
  /// roundings.
  public var bound: Double { measurement.bound + claimRounding }
  /// An additive error of this size would have been found: it is more than what the bound and the
  /// present difference can hide.
  public var detectable: Double { bound + difference }

  /// Judges a claim.
  ///
  /// - Parameter usefulShare: the largest share of a derivative that the bound may be and still say
  ///   something about it; more for claims that have fewer digits.
  public init(
    claimed: Double, claimRounding: Double, _ measurement: Measurement, scale: Double,
    usefulShare: Double = Comparison.useful
  ) {
    self.claimed = claimed
    self.measurement = measurement
    self.claimRounding = claimRounding
    self.scale = scale
    let difference = (claimed - measurement.derivative).magnitude
    let bound = measurement.bound + claimRounding
    if !difference.isFinite || measurement.rounding.isNaN || claimRounding.isNaN {
      (verdict, reason) = (.cannotTell, .notFinite)
    } else if !bound.isFinite {
      (verdict, reason) = (.cannotTell, .doesNotSettle)
    } else if difference > bound {
      (verdict, reason) = (.wrong, nil)
    } else if claimed == 0 && measurement.isFlat
      || bound <= usefulShare * max(claimed.magnitude, scale)
    {
      (verdict, reason) = (.right, nil)
    } else {
      (verdict, reason) = (.cannotTell, .boundTooLarge)
    }
  }

  /// Judges the first claim that is wrong, else the first that cannot be judged, else the first.
  init(worstOf claims: some Collection<Bounded>, _ measurement: Measurement, scale: Double) {
    var worst: Comparison?
    for claim in claims {
      let comparison = Comparison(
        claimed: claim.value, claimRounding: claim.error, measurement, scale: scale)
      if comparison.verdict == .wrong { self = comparison; return }
      if worst == nil || comparison.verdict == .cannotTell && worst?.verdict == .right {
        worst = comparison
      }
    }
    guard let worst else { preconditionFailure("nothing is claimed") }
    self = worst
  }

  /// Whether the measurement's own bound is too large to judge anything of this scale.
  func isUnsure(_ scale: Double) -> Bool { !(measurement.bound <= Self.useful * scale) }

  /// The largest share of a derivative that the measurement's bound may be.
  public static let useful = 1e-6
}
