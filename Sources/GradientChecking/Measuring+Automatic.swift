// The automatic scheme: seven points, the step chosen by the bound that it gives.

public import NetworkModel
import Numbers

/// Measures a derivative with seven-point differences and the step that makes the bound small.
///
/// With d₃, d₅, d₇ the central, five-point and seven-point differences of the same seven costs, and ρ
/// the step over the radius in which the cost is a convergent power series,
///
///     t₁ = |d₅ − d₃| ~ ρ²,   t₂ = |d₇ − d₅| ~ 4ρ⁴,   error of d₇ ~ 36ρ⁶
///
/// Ten times t₂ stands for the error of the seven-point value: enough also for a cost that is a smooth
/// function and a small sharp one, of which t₁ sees the first and t₂ the second. A step at which t₂ is
/// not below t₁/32 is too large and not believed. Where t₂ happens to vanish, t₁ times the square of
/// the ratio by which such differences shrink takes its place. The rounding bound
/// grows as 1/h, so there is a best step; it is looked for by powers of two, until the bound is below
/// `goal` or no step is better. Two steps whose intervals have nothing in common contradict each
/// other: then the smaller step counts.
public struct AutomaticMeasuring: Sendable {
  /// The step to try first: the one that was good for the neighbour.
  public var step: Double

  /// The largest step: farther from θ, a saturated function is another function.
  public let largest: Double
  /// The smallest step, in units of what is nudged: less would be lost in rounding it.
  public let smallest: Double

  public init(
    step: Double = 0x1p-9, largest: Double = 0x1p-4, smallest: Double = 0x1p-36
  ) {
    self.step = step
    self.largest = largest
    self.smallest = smallest
  }

  public mutating func measure(
    _ coordinate: Coordinate, goal: Double, _ probe: inout some CostProbe,
    scheme: String = "seven-point"
  ) -> Measurement {
    let θ = probe.value(of: coordinate).magnitude
    let smallest = θ == 0 ? 0x1p-900 : self.smallest * powerOfTwo(near: θ)
    let largest = max(self.largest, smallest)
    var h = min(max(step, smallest), largest)
    var best: Measurement?
    for _ in 0..<10 {
      let (trial, factor) = attempt(coordinate, h, &probe, scheme)
      best = better(best, trial)
      if trial.bound <= goal || abs(factor.exponent) < 2 { break }
      let next = min(max(h * factor, smallest), largest)
      if next == h { break }
      h = next
    }
    guard let best else { preconditionFailure("no step was tried") }
    if let found = best.step, best.bound.isFinite { step = found }
    return best
  }

  /// The measurement at a given step, as `measure` has found it.
  public func `repeat`(
    _ measurement: Measurement, _ probe: inout some CostProbe
  ) -> Measurement {
    attempt(measurement.coordinate, measurement.step ?? step, &probe, measurement.scheme).0
  }

  private func better(_ best: Measurement?, _ trial: Measurement) -> Measurement {
    guard let best, best.bound.isFinite else { return trial }
    let distance = (best.derivative - trial.derivative).magnitude
    if distance > best.bound + trial.bound {
      return best.step ?? 0 <= trial.step ?? 0 ? best : trial
    }
    return trial.bound < best.bound ? trial : best
  }

  /// One stencil, and the factor by which the step should change.
  private func attempt(
    _ coordinate: Coordinate, _ h: Double, _ probe: inout some CostProbe, _ scheme: String
  ) -> (Measurement, factor: Double) {
    var stencil = Stencil(step: h)
    stencil.sample(&probe, coordinate, at: DifferenceScheme.sevenPoint.offsets)
    let (d3, _) = stencil.difference(.central)
    let (d5, _) = stencil.difference(.fivePoint)
    let (d7, rounding) = stencil.difference(.sevenPoint)
    let t1 = (d5 - d3).real.magnitude
    let t2 = (d7 - d5).real.magnitude
    // Differences that do not shrink say nothing about the rest, unless they are rounding; and if t₂
    // is to t₁ much more than t₁ is to d₇, a second, sharper part of the cost has shown itself.
    let expected = min(1.0 / 32, 256 * t1 / d7.real.magnitude)
    let isShrinking = t2 <= t1 * expected + 4 * rounding
    let ratio = min(1, max(t2 / max(t1, .leastNonzeroMagnitude), t1 / max(d7.real.magnitude, t1)))
    let collapse = t1 <= 8 * rounding ? 0 : t1 * ratio * ratio
    // Two plateaus with a step between them give t₁ = 0.083, t₂ = 0.033 and an error of 0.62 of the
    // step over h: where rounding hides whether differences shrink, they could be of that kind.
    let plateaus = t2 > t1 / 32 ? 12 * t1 : 0
    let odd = isShrinking ? max(10 * t2, collapse, plateaus) : .infinity
    let truncation = settled(max(odd, 20 * stencil.evenResidual), rounding, stencil)
    let measurement = Measurement(
      coordinate: coordinate, derivative: d7.real,
      truncation: truncation.isNaN || !d7.real.isFinite ? .infinity : truncation,
      rounding: rounding + unitRoundoff * d7.real.magnitude, scheme: scheme, step: h,
      crossing: stencil.crossing, isFlat: stencil.isFlat)
    return (measurement, factor(truncation: measurement.truncation, rounding: rounding))
  }

  /// Truncation ~ h⁴ and rounding ~ 1/h balance at h (rounding / 4 truncation)^(1/5).
  private func factor(truncation: Double, rounding: Double) -> Double {
    guard truncation.isFinite, rounding.isFinite else { return 0x1p-8 }
    guard rounding > 0 else { return truncation == 0 ? 1 : 0x1p-4 }
    // Differences at the level of the rounding are rounding: a larger step is better, how much
    // larger they don't say.
    let balance = rounding / (4 * max(truncation, rounding * 0x1p-20))
    let exponent = (Double.log(balance) / Double.log(2) / 5).rounded()
    return Double(sign: .plus, exponent: Int(min(6, max(-12, exponent))), significand: 1)
  }
}

extension AutomaticMeasuring {
  /// For a probe in double-double, which has room for smaller steps.
  public static let precise = AutomaticMeasuring(
    step: 0x1p-20, largest: 0x1p-9, smallest: 0x1p-80)
}
