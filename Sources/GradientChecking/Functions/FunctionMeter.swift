// Measuring the slope of a function by one of its numbers.

import NetworkModel
import Numbers

/// A measured slope, and what the values around it say of it.
struct FunctionSlope {
  var measurement: Measurement
  /// Measured with steps below the number itself, where those say little; `nil` elsewhere.
  ///
  /// Larger steps say more, but step over whatever is as narrow as the number: a claim is wrong only
  /// if both contradict it.
  var near: Measurement?
  /// By how much the values differ, in units of the slope: the slopes at the nudged points.
  var spread = 0.0
  /// |f″|, as far as it is more than noise.
  var curvature = 0.0
  /// The noise that its bound is for.
  var noise = 0.0
  var kink: FunctionKink?
  var side: FunctionSide?

  /// The size that a bound on the slope is measured by.
  var size: Double { max(measurement.derivative.magnitude, spread) }
}

extension FunctionProbe {
  /// Measures by central differences; where these say nothing, by slopes to both sides.
  mutating func slope(of index: Int) -> FunctionSlope {
    let common = noise
    defer { noise = common }
    var slope = measured(index, by: nearSearch(index))
    let x = point[index].magnitude
    if x < 1, !(slope.measurement.bound <= Comparison.useful * slope.size) {
      let near = slope.measurement
      slope = measured(index, by: AutomaticMeasuring(step: 0x1p-18, largest: 1))
      if x > 0 { slope.near = near }
    }
    slope.noise = noise
    if slope.measurement.bound <= Comparison.useful * slope.size { return slope }
    lookToBothSides(index, &slope)
    return slope
  }

  /// The measurement again, at the step that it used.
  mutating func `repeat`(
    _ measurement: Measurement, _ slope: FunctionSlope, of index: Int
  ) -> Measurement {
    let common = noise
    noise = slope.noise
    defer { noise = common }
    if measurement.method == .ridders {
      let start = powerOfTwo(near: point[index].magnitude) / 2
      return measureByExtrapolation(Self.coordinate(index), step: start, &self)
    }
    guard let side = slope.side else {
      return AutomaticMeasuring().repeat(measurement, &self)
    }
    return measure(
      Self.coordinate(index), side == .left ? .leftward : .rightward, step: measurement.step,
      &self)
  }

  /// Steps up to the size of the number, beginning with 2^−10 of it; of 0, none.
  private func nearSearch(_ index: Int) -> AutomaticMeasuring {
    let x = powerOfTwo(near: point[index].magnitude)
    return AutomaticMeasuring(step: 0x1p-10 * x, largest: x >= 1 ? x / 2 : x / 8)
  }

  /// Five points, their step searched for; once more, if between them the function is rougher than
  /// thought; and seven points between them, which must agree.
  private mutating func measured(_ index: Int, by search: AutomaticMeasuring) -> FunctionSlope {
    let place = Self.coordinate(index)
    var found = searched(index, by: search)
    for _ in 0..<3 {
      guard let step = found.step, found.bound.isFinite else { break }
      let seen = FunctionNoise.bound(of: index, within: step, &self)
      if seen <= noise { break }
      noise = seen
      found = searched(index, by: search)
    }
    if let step = found.step, found.bound.isFinite {
      let inner = measure(place, .sevenPoint, step: step / 4, &self)
      let distance = (inner.derivative - found.derivative).magnitude
      if !(distance <= inner.bound + found.bound) { found = found.unsettled }
    }
    found = extrapolated(index, found)
    var slope = FunctionSlope(measurement: found)
    (slope.spread, slope.curvature) = surroundings(index, found.step)
    return slope
  }

  /// Where five points say too little, extrapolation of large steps, if it says more and no other.
  private mutating func extrapolated(_ index: Int, _ found: Measurement) -> Measurement {
    let x = point[index].magnitude
    guard x >= 1, found.bound.isFinite else { return found }
    guard found.bound > Comparison.useful * found.derivative.magnitude else { return found }
    let other = measureByExtrapolation(
      Self.coordinate(index), step: powerOfTwo(near: x) / 2, &self)
    let distance = (other.derivative - found.derivative).magnitude
    return other.bound < found.bound && distance <= other.bound + found.bound ? other : found
  }

  private mutating func searched(
    _ index: Int, by search: AutomaticMeasuring
  ) -> Measurement {
    let place = Self.coordinate(index)
    let first = measure(place, .fivePoint, step: search.step, &self).derivative.magnitude
    let aim = AutomaticMeasuring.Aim(place, goal: first.isFinite ? 0x1p-33 * first : 0)
    let found = search.measure([aim], &self)[0]
    // Of a rough function the search stays where it begins, with differences that are all noise.
    if found.bound <= Comparison.useful * found.derivative.magnitude { return found }
    let far = measure(place, .fivePoint, step: search.largest, &self)
    let distance = (far.derivative - found.derivative).magnitude
    return far.bound < found.bound && distance <= far.bound + found.bound ? far : found
  }

  /// By how much the function differs around a number, over the step, and its second difference.
  private mutating func surroundings(
    _ index: Int, _ step: Double?
  ) -> (spread: Double, curvature: Double) {
    guard let step else { return (0, 0) }
    let samples = evaluate([Self.coordinate(index)], steps: [step], offsets: [-1, 1])
    let (left, right) = (samples[0], samples[1])
    guard left.change.isFinite, right.change.isFinite else { return (0, 0) }
    let noise = left.roundingBound + right.roundingBound + 2 * base.roundingBound
    let bend = max(0, (left.change + right.change).magnitude - noise)
    let spread = max(
      left.change.magnitude, right.change.magnitude, (left.change - right.change).magnitude)
    return (max(0, spread - noise) / step, bend / (step * step))
  }

  /// Where one side has no values, the slope to the other; where both slopes differ, a kink.
  private mutating func lookToBothSides(_ index: Int, _ slope: inout FunctionSlope) {
    let (left, right) = (self.slope(of: index, to: .left), self.slope(of: index, to: .right))
    if left.isDefined != right.isDefined {
      slope.side = left.isDefined ? .left : .right
      slope.near = nil
      slope.measurement = left.isDefined ? left.measurement : right.measurement
      slope.spread = slope.measurement.derivative.magnitude
    } else if (left.derivative - right.derivative).magnitude > left.bound + right.bound {
      slope.kink = FunctionKink(left: left.derivative, right: right.derivative)
      slope.measurement = slope.measurement.unsettled
    } else if left.isKnown != right.isKnown, left.bound.isFinite != right.bound.isFinite {
      // A jump, or a slope that is infinite on one side.
      slope.measurement = slope.measurement.unsettled
    }
  }
}

extension Measurement {
  /// The same, of which it is known that it cannot be trusted.
  fileprivate var unsettled: Measurement {
    Measurement(
      coordinate: coordinate, derivative: derivative, truncation: .infinity, rounding: rounding,
      method: method, step: step, crossing: crossing)
  }
}
