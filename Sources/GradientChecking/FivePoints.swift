// Four samples around one number and what they say together: what the automatic scheme looks at.

import NetworkModel

/// The changes of a cost at −2h, −h, h and 2h.
///
/// With d₃ and d₅ the central and the five-point difference and ρ the step over the radius in which
/// the cost is a convergent power series,
///
///     |d₅ − d₃| ~ ρ²,   error of d₅ ~ 4ρ⁴
///
/// Twice |d₅ − d₃| stands for the error of d₅: the error of the lower order for that of the higher. It
/// vanishes without reason only where the third derivative does by chance, and there the step, small
/// enough for d₃ elsewhere, leaves d₅ no error to speak of.
struct FivePoints {
  private let far: Pair
  private let near: Pair
  private let step: Double
  private let baseRounding: Double

  /// The offsets in steps, in the order of the samples.
  static let offsets = DifferenceScheme.fivePoint.offsets

  /// Two samples, k steps to the left and to the right.
  private struct Pair {
    let left: Double
    let right: Double
    let leftNudge: Double
    let rightNudge: Double
    let rounding: Double
    let crossing: Kink?

    init(_ left: CostSample, _ right: CostSample) {
      self.left = left.change
      self.right = right.change
      leftNudge = left.nudge
      rightNudge = right.nudge
      rounding = left.roundingBound + right.roundingBound
      crossing = left.crossing ?? right.crossing
    }

    var odd: Double { right - left }
    var width: Double { rightNudge - leftNudge }
    var size: Double { left.magnitude + right.magnitude }
    /// S_k − J(0), without what rounded nudges make uneven in a cost of this slope.
    func even(_ slope: Double) -> Double {
      (left + right) / 2 - slope * (leftNudge + rightNudge) / 2
    }
    /// By how much the nudges are not what they should be.
    func unevenness(_ nudge: Double) -> Double {
      (leftNudge + nudge).magnitude + (rightNudge - nudge).magnitude
    }
  }

  /// The four samples of number c.
  init(_ samples: [CostSample], _ c: Int, step: Double, base: CostSample) {
    far = Pair(samples[4 * c], samples[4 * c + 3])
    near = Pair(samples[4 * c + 1], samples[4 * c + 2])
    self.step = step
    baseRounding = base.roundingBound
  }

  /// d₅ ± its truncation and rounding; see `Stencil.difference` for the division by the nudges.
  var estimate: Estimate {
    let d3 = near.odd / near.width
    let width = (8 * near.width - far.width) / 12
    let d5 = (8 * near.odd - far.odd) / 12 / width
    let sizes = (8 * near.size + far.size) / 12
    let roundings = (8 * near.rounding + far.rounding) / 12
    // Σ |weight · offset · shift| |J″|.
    let uneven = (8 * near.unevenness(step) + 2 * far.unevenness(2 * step)) / 12
    let curvature = uneven == 0 ? 0 : (near.left + near.right).magnitude / (step * step)
    let rounding = (roundings + sumRoundoff * sizes) / width.magnitude + uneven * curvature
    let truncation = settled(
      max(2 * (d5 - d3).magnitude, 20 * evenResidual(d5)), rounding, spread: spread)
    return Estimate(
      derivative: d5, truncation: d5.isFinite ? truncation : .infinity, rounding: rounding,
      step: step, crossing: far.crossing ?? near.crossing,
      isFlat: near.left == 0 && near.right == 0 && far.left == 0 && far.right == 0)
  }

  /// (4 S₁ − S₂) / 3 − J(0) beyond its rounding, in units of the derivative; see
  /// `Stencil.evenResidual`.
  private func evenResidual(_ slope: Double) -> Double {
    let residual = ((4 * near.even(slope) - far.even(slope)) / 3).magnitude
    let rounding = 1.25 * max(near.rounding, far.rounding) + baseRounding
    return residual.isNaN ? .infinity : max(0, residual - rounding) / step
  }

  /// By how much the costs differ, in units of the derivative.
  private var spread: Double {
    let most = max(max(near.left, near.right), max(far.left, far.right), 0)
    let least = min(min(near.left, near.right), min(far.left, far.right), 0)
    return (most - least) / step
  }
}
