// The samples around one coordinate, and the differences formed from them.

import NetworkModel
import Numbers

/// Costs at multiples of a step, and what each difference scheme makes of them.
struct Stencil {
  let step: Double
  private var samples: [Int: CostSample] = [:]

  init(step: Double) { self.step = step }

  /// Evaluates what is missing among the offsets.
  mutating func sample(
    _ probe: inout some CostProbe, _ coordinate: Coordinate, at offsets: [Int]
  ) {
    for offset in offsets + [0] where samples[offset] == nil {
      samples[offset] =
        offset == 0
        ? probe.base : probe.evaluate(coordinate, nudgedBy: Double(offset) * step)
    }
  }

  var crossing: Kink? {
    for (_, sample) in samples.sorted(by: { $0.key < $1.key }) {
      if let crossing = sample.crossing { return crossing }
    }
    return nil
  }

  /// Whether all costs are equal, bit for bit.
  var isFlat: Bool { Set(samples.values.map { [$0.cost.high, $0.cost.low] }).count == 1 }

  /// d and the bound on its rounding.
  ///
  /// Divided by Σ weight · nudge, which would be h if θ + kh were not rounded: so a linear cost is
  /// measured right whatever the roundings of the nudges. What they do to the square of the nudge
  /// is bounded: Σ |weight · offset · (nudge − offset h)| |J″|.
  ///
  /// - Parameter multiple: how many steps the scheme's step is.
  func difference(
    _ scheme: DifferenceScheme, multiple: Int = 1
  ) -> (derivative: DoubleDouble, rounding: Double) {
    var sum = DoubleDouble.zero
    var width = DoubleDouble.zero
    var rounding = 0.0
    var unevenness = 0.0
    for (position, weight) in zip(scheme.offsets, scheme.weights) where weight.numerator != 0 {
      let offset = position * multiple
      guard let sample = samples[offset] else {
        preconditionFailure("\(scheme.name) needs the cost at \(offset) h")
      }
      let w = DoubleDouble(Double(weight.numerator)) / DoubleDouble(Double(weight.denominator))
      sum = sum + w * sample.cost
      width = width + w * sample.nudge
      rounding += weight.value.magnitude * sample.roundingBound
      let shift = (sample.nudge - DoubleDouble(Double(offset) * step)).real.magnitude
      unevenness += (weight.value * Double(position)).magnitude * shift
    }
    let total = rounding / width.high.magnitude + unevenness * curvature
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
    guard let middle = samples[0], let s1 = even(1), let s2 = even(2) else { return 0 }
    let foretold: DoubleDouble
    var rounding = 2.5 * max(s1.rounding, s2.rounding) + middle.roundingBound
    if let s3 = even(3) {
      let sum = DoubleDouble(15) * s1.cost - DoubleDouble(6) * s2.cost + s3.cost
      foretold = sum / DoubleDouble(10)
      rounding += 0.1 * s3.rounding
    } else {
      foretold = (DoubleDouble(4) * s1.cost - s2.cost) / DoubleDouble(3)
    }
    let residual = (foretold - middle.cost).real.magnitude
    return residual.isNaN ? .infinity : max(0, residual - rounding) / step
  }

  private func even(_ k: Int) -> (cost: DoubleDouble, rounding: Double)? {
    guard let left = samples[-k], let right = samples[k] else { return nil }
    return (
      (left.cost + right.cost) / DoubleDouble(2), (left.roundingBound + right.roundingBound) / 2
    )
  }

  /// By how much the costs differ, in units of the derivative.
  var spread: Double {
    let costs = samples.values.map(\.cost.high)
    guard let least = costs.min(), let most = costs.max() else { return 0 }
    return (most - least) / step
  }

  /// |J″| from the costs at −h, 0 and h; 0 where a scheme does not look at both sides.
  private var curvature: Double {
    guard let left = samples[-1], let middle = samples[0], let right = samples[1] else { return 0 }
    let second = (right.cost - middle.cost) + (left.cost - middle.cost)
    return second.real.magnitude / (step * step)
  }
}
