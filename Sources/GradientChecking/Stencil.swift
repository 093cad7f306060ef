// The samples around one number, and the differences formed from them.

import NetworkModel
import Numbers

/// Changes of the cost at multiples of a step, and what each difference scheme makes of them.
struct Stencil {
  let step: Double
  /// The multiples of the step that the samples are at; 0, which needs no sample, is not among them.
  let offsets: [Int]
  let samples: ArraySlice<CostSample>
  let base: CostSample

  /// The stencil of number c among samples of several, as a probe gives them.
  init(
    _ samples: [CostSample], _ c: Int, offsets: [Int], step: Double, base: CostSample
  ) {
    self.step = step
    self.offsets = offsets
    self.samples = samples[c * offsets.count..<(c + 1) * offsets.count]
    self.base = base
  }

  private subscript(offset: Int) -> CostSample? {
    if offset == 0 { return base }
    return offsets.firstIndex(of: offset).map { samples[samples.startIndex + $0] }
  }

  var crossing: Kink? { samples.lazy.compactMap(\.crossing).first }

  /// Whether no nudge changes the cost.
  var isFlat: Bool { samples.allSatisfy { $0.change == 0 } }

  /// d and the bound on its rounding.
  ///
  /// Divided by Σ weight · nudge, which would be h if θ + kh were not rounded: so a linear cost is
  /// measured right whatever the roundings of the nudges. What they do to the square of the nudge
  /// is bounded: Σ |weight · offset · (nudge − offset h)| |J″|.
  ///
  /// - Parameter multiple: how many steps the scheme's step is.
  func difference(
    _ scheme: DifferenceScheme, multiple: Int = 1
  ) -> (derivative: Double, rounding: Double) {
    var (sum, width, rounding, size, unevenness) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (position, weight) in zip(scheme.offsets, scheme.weights) where weight.numerator != 0 {
      let offset = position * multiple
      guard let sample = self[offset] else {
        preconditionFailure("\(scheme.name) needs the cost at \(offset) h")
      }
      let w = weight.value
      sum += w * sample.change
      width += w * sample.nudge
      size += (w * sample.change).magnitude
      rounding += w.magnitude * sample.roundingBound
      let shift = (sample.nudge - Double(offset) * step).magnitude
      unevenness += (w * Double(position)).magnitude * shift
    }
    let total = (rounding + sumRoundoff * size) / width.magnitude + unevenness * curvature
    return (sum / width, total)
  }

  /// What says that the step is too large, in units of the derivative.
  ///
  /// The costs on both sides foretell the one in the middle, if they are of one smooth function: from
  /// S_k = (J(kh) + J(−kh)) / 2,
  ///
  ///     J(0) = (15 S₁ − 6 S₂ + S₃) / 10 + O(h⁶)      or      (4 S₁ − S₂) / 3 + O(h⁴)
  ///
  /// Where all nudges end on plateaus, odd differences vanish and look perfect; this does not.
  var evenResidual: Double {
    guard let s1 = even(1), let s2 = even(2) else { return 0 }
    var residual: Double
    var rounding = 2.5 * max(s1.rounding, s2.rounding) + base.roundingBound
    if let s3 = even(3) {
      residual = (15 * s1.change - 6 * s2.change + s3.change) / 10
      rounding += 0.1 * s3.rounding
    } else {
      residual = (4 * s1.change - s2.change) / 3
    }
    residual = residual.magnitude
    return residual.isNaN ? .infinity : max(0, residual - rounding) / step
  }

  /// S_k − J(0), without what roundings of the nudges make uneven in a linear cost.
  private func even(_ k: Int) -> (change: Double, rounding: Double)? {
    guard let left = self[-k], let right = self[k] else { return nil }
    let slope = (right.change - left.change) / (right.nudge - left.nudge)
    let change = (left.change + right.change) / 2 - slope * (left.nudge + right.nudge) / 2
    return (change, (left.roundingBound + right.roundingBound) / 2)
  }

  /// By how much the costs differ, in units of the derivative.
  var spread: Double {
    var (least, most) = (0.0, 0.0)
    for sample in samples {
      least = min(least, sample.change)
      most = max(most, sample.change)
    }
    return (most - least) / step
  }

  /// |J″| from the costs at −h, 0 and h; 0 where a scheme does not look at both sides.
  private var curvature: Double {
    guard let left = self[-1], let right = self[1] else { return 0 }
    return (right.change + left.change).magnitude / (step * step)
  }
}

/// A truncation that is believed: none where it is as large as the differences of the costs
/// themselves, unless these are rounding. Then the step is too large to say anything.
func settled(_ truncation: Double, _ rounding: Double, spread: Double) -> Double {
  truncation > 8 * rounding && truncation >= spread / 16 || truncation.isNaN
    ? .infinity : truncation
}

/// What adding up to eight products of changes and dividing can round, in units of Σ |product|: eight
/// additions, a product, a weight and a nudge that are rounded themselves, and the division.
let sumRoundoff = 16 * Bounded.unitRoundoff

/// The power of two at or below a positive number.
func powerOfTwo(near x: Double) -> Double {
  x.isFinite && x > 0 ? Double(sign: .plus, exponent: Int(x.exponent), significand: 1) : 1
}
