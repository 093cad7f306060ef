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
  func difference(_ scheme: DifferenceScheme) -> (derivative: DoubleDouble, rounding: Double) {
    var sum = DoubleDouble.zero
    var width = DoubleDouble.zero
    var rounding = 0.0
    var unevenness = 0.0
    for (offset, weight) in zip(scheme.offsets, scheme.weights) where weight.numerator != 0 {
      guard let sample = samples[offset] else {
        preconditionFailure("\(scheme.name) needs the cost at \(offset) h")
      }
      let w = DoubleDouble(Double(weight.numerator)) / DoubleDouble(Double(weight.denominator))
      sum = sum + w * sample.cost
      width = width + w * sample.nudge
      rounding += weight.value.magnitude * sample.roundingBound
      let shift = (sample.nudge - DoubleDouble(Double(offset) * step)).real.magnitude
      unevenness += (weight.value * Double(offset)).magnitude * shift
    }
    let total = rounding / width.high.magnitude + unevenness * curvature
    return (sum / width, total)
  }

  /// |J″| from the costs at −h, 0 and h; 0 where a scheme does not look at both sides.
  private var curvature: Double {
    guard let left = samples[-1], let middle = samples[0], let right = samples[1] else { return 0 }
    let second = (right.cost - middle.cost) + (left.cost - middle.cost)
    return second.real.magnitude / (step * step)
  }
}
