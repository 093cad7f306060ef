// The automatic scheme: five points, the step chosen by the bound that it gives.

public import NetworkModel

/// Measures derivatives with five-point differences and the step that makes the bound small.
///
/// The truncation of a step falls as h², its rounding grows as 1/h, so there is a best step; it is
/// looked for by powers of two, until the bound is below a goal or no step is better. Two steps whose
/// intervals have nothing in common contradict each other: then the smaller step counts.
///
/// The numbers of a node are measured together, in rounds: all at their first step, then those that
/// miss their goal at their next one. No number's step depends on another's.
public struct AutomaticMeasuring: Sendable {
  /// The step to try first.
  public let step: Double
  /// The largest step: farther from θ, a saturated function is another function.
  public let largest: Double
  /// The smallest step, in units of what is nudged: less would be lost in rounding it.
  public let smallest: Double
  /// What its measurements say of how they came about.
  public let method: MeasuringMethod

  public init(
    step: Double = 0x1p-18, largest: Double = 0x1p-4, smallest: Double = 0x1p-36,
    method: MeasuringMethod = .fivePoint
  ) {
    self.step = step
    self.largest = largest
    self.smallest = smallest
    self.method = method
  }

  /// For a probe in double-double, which has room for smaller steps.
  public static let precise = AutomaticMeasuring(
    step: 0x1p-20, largest: 0x1p-9, smallest: 0x1p-80, method: .precise)

  public func measure(
    _ coordinate: Coordinate, goal: Double, _ probe: inout some CostProbe
  ) -> Measurement {
    measure([Aim(coordinate, goal: goal)], &probe)[0]
  }

  /// A number to measure.
  struct Aim {
    let coordinate: Coordinate
    /// A bound that is good enough.
    let goal: Double
    /// The largest step to begin with.
    let limit: Double

    init(_ coordinate: Coordinate, goal: Double, limit: Double = .infinity) {
      self.coordinate = coordinate
      self.goal = goal
      self.limit = limit
    }
  }

  /// Measures numbers of one node.
  func measure(_ aims: [Aim], _ probe: inout some CostProbe) -> [Measurement] {
    let base = probe.base
    var searches = aims.map { Search(self, $0, value: probe.value(of: $0.coordinate)) }
    var open = Array(aims.indices)
    for _ in 0..<10 where !open.isEmpty {
      let coordinates = open.map { aims[$0].coordinate }
      let steps = open.map { searches[$0].next }
      let samples = probe.evaluate(coordinates, steps: steps, offsets: FivePoints.offsets)
      var left: [Int] = []
      for (position, c) in open.enumerated() {
        let points = FivePoints(samples, position, step: steps[position], base: base)
        if searches[c].goesOn(after: points.estimate, goal: aims[c].goal) { left.append(c) }
      }
      open = left
    }
    return aims.indices.map { c in
      guard let best = searches[c].best else { preconditionFailure("no step was tried") }
      return best.measurement(of: aims[c].coordinate, by: method)
    }
  }

  /// The measurement at a given step, as `measure` has found it.
  func `repeat`(_ measurement: Measurement, _ probe: inout some CostProbe) -> Measurement {
    let h = measurement.step ?? step
    let samples = probe.evaluate(
      [measurement.coordinate], steps: [h], offsets: FivePoints.offsets)
    return FivePoints(samples, 0, step: h, base: probe.base).estimate
      .measurement(of: measurement.coordinate, by: measurement.method)
  }
}

/// The search for the step of one number.
private struct Search {
  /// The step to try next, and between which it stays.
  private(set) var next: Double
  private let smallest: Double
  private let largest: Double
  private(set) var best: Estimate?
  private var last: Estimate?
  /// Whether a larger step has made the rounding larger; see `goesOn`.
  private var prefersSmaller = false

  init(_ scheme: AutomaticMeasuring, _ aim: AutomaticMeasuring.Aim, value θ: Double) {
    smallest = θ == 0 ? 0x1p-900 : scheme.smallest * powerOfTwo(near: θ.magnitude)
    largest = max(scheme.largest, smallest)
    next = min(max(min(scheme.step, aim.limit), smallest), largest)
  }

  /// Notes what a step gave; whether another one is worth trying.
  ///
  /// Where the slope is far below the curvature (a weight of 0 with a penalty on its square, and little
  /// else), the changes are ~ h² on both sides, and so is their rounding: divided by h, it grows with
  /// h instead of falling. Then smaller steps are better, as long as they are.
  mutating func goesOn(after trial: Estimate, goal: Double) -> Bool {
    best = better(trial)
    if trial.bound <= goal { return false }
    if let last, trial.rounding > 2 * last.rounding {
      if prefersSmaller { return false }
      prefersSmaller = trial.step > last.step
    }
    last = trial
    let factor = prefersSmaller ? 0x1p-12 : factor(trial)
    let step = min(max(next * factor, smallest), largest)
    defer { next = step }
    return abs(factor.exponent) >= 2 && step != next
  }

  private func better(_ trial: Estimate) -> Estimate {
    guard let best, best.bound.isFinite else { return trial }
    let distance = (best.derivative - trial.derivative).magnitude
    if distance > best.bound + trial.bound { return best.step <= trial.step ? best : trial }
    return trial.bound < best.bound ? trial : best
  }

  /// By how much the step should change: truncation ~ h² and rounding ~ 1/h balance at
  /// h (rounding / 2 truncation)^(1/3).
  private func factor(_ trial: Estimate) -> Double {
    let (truncation, rounding) = (trial.truncation, trial.rounding)
    guard truncation.isFinite, rounding.isFinite else { return 0x1p-8 }
    guard rounding > 0 else { return truncation == 0 ? 1 : 0x1p-4 }
    // Differences at the level of the rounding are rounding: a larger step is better, how much
    // larger they don't say.
    let balance = rounding / (2 * max(truncation, rounding * 0x1p-20))
    let exponent = (Double.log(balance) / Double.log(2) / 3).rounded()
    return Double(sign: .plus, exponent: Int(min(6, max(-12, exponent))), significand: 1)
  }
}
