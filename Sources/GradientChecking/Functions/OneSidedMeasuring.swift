// Slopes to one side: at kinks, and at the edge of where a function is defined.

import NetworkModel

extension DifferenceScheme {
  /// Four points at and to the right of the one that is looked at.
  static let rightward = DifferenceScheme(
    name: "one-sided", offsets: [0, 1, 2, 3], summary: "four points, all on the right")
  static let leftward = DifferenceScheme(
    name: "one-sided", offsets: [0, -1, -2, -3], summary: "four points, all on the left")
}

/// The slope of a function to one side of a number.
struct OneSidedSlope {
  let measurement: Measurement
  /// Whether the function has values on that side, as near as was looked.
  let isDefined: Bool

  var derivative: Double { measurement.derivative }
  var bound: Double { measurement.bound }
  /// Whether it is known well.
  var isKnown: Bool {
    measurement.isFlat || bound <= Comparison.useful * derivative.magnitude
  }
}

extension FunctionProbe {
  /// Tries steps from 2^−6 of the number's size down, and keeps the best; where two steps contradict
  /// each other, the smaller one.
  mutating func slope(of index: Int, to side: FunctionSide) -> OneSidedSlope {
    let x = point[index].magnitude
    let smallest = x == 0 ? 0x1p-300 : 0x1p-36 * powerOfTwo(near: x)
    let scheme: DifferenceScheme = side == .left ? .leftward : .rightward
    var (h, best, isDefined) = (0x1p-6 * powerOfTwo(near: max(1, x)), Measurement?.none, false)
    for _ in 0..<24 where h >= smallest {
      let trial = measure(Self.coordinate(index), scheme, step: h, &self)
      isDefined = trial.derivative.isFinite
      best = better(best, trial)
      if let best, best.bound.isFinite, best.rounding > 64 * best.truncation,
        trial.bound > 16 * best.bound
      {
        break
      }
      h *= 0x1p-4
    }
    guard let best else { preconditionFailure("no step was tried at x[\(index)]") }
    return OneSidedSlope(measurement: best, isDefined: isDefined)
  }

  private func better(_ best: Measurement?, _ trial: Measurement) -> Measurement {
    guard let best, best.bound.isFinite else { return trial }
    let distance = (best.derivative - trial.derivative).magnitude
    if distance > best.bound + trial.bound { return trial }
    return trial.bound < best.bound ? trial : best
  }
}
