// The check of any function's gradient: no network, no engine, nothing but values.

import NetworkModel
import Numbers

/// Checks a claimed gradient of a function against slopes that are measured.
///
/// The same verdicts and bounds as those of a network's check, but for what a black box keeps to
/// itself: the rounding of its values is estimated from how rough they are (`FunctionNoise`), and at
/// a kink no side can be held, so that there a claim can be told neither right nor wrong.
public struct FunctionCheck {
  private let function: ([Double]) -> Double
  public let claimed: [Double]
  public let point: [Double]

  public init(
    of function: @escaping ([Double]) -> Double, is claimed: [Double], at point: [Double]
  ) {
    self.function = function
    self.claimed = claimed
    self.point = point
  }

  /// - Complexity: about 45 calls of the function for each of its numbers and 60 besides; about 400 for
  ///   each number at which the differences do not settle.
  public func run() -> FunctionReport {
    if let trouble = troubleBefore { return report(trouble, value: .nan, calls: 0) }
    var probe = FunctionProbe(function, at: point)
    if let trouble = trouble(&probe) {
      return report(trouble, value: probe.value, calls: probe.calls)
    }
    probe.noise = FunctionNoise.bound(&probe)
    let slopes = point.indices.map { probe.slope(of: $0) }
    let entries = compare(slopes)
    let selfTest = plant(entries, slopes, &probe)
    if let trouble = trouble(&probe) {
      return report(trouble, value: probe.value, calls: probe.calls)
    }
    return FunctionReport(
      point: point, value: probe.value, verdict: .of(entries.map(\.verdict)), entries: entries,
      noise: probe.noise, selfTest: selfTest, calls: probe.calls)
  }

  private func report(
    _ trouble: FunctionTrouble, value: Double, calls: Int
  ) -> FunctionReport {
    FunctionReport(
      point: point, value: value, verdict: trouble.verdict, trouble: trouble, calls: calls)
  }

  /// What is wrong before the function is called at all.
  private var troubleBefore: FunctionTrouble? {
    if claimed.count != point.count {
      return .counts(claimed: claimed.count, point: point.count)
    }
    if let n = point.firstIndex(where: { !$0.isFinite }) {
      return .pointNotFinite(index: n, value: point[n])
    }
    if let n = claimed.firstIndex(where: { !$0.isFinite }) {
      return .claimNotFinite(index: n, value: claimed[n])
    }
    return nil
  }

  /// Whether the function, called once more, gives no number or another one.
  private func trouble(_ probe: inout FunctionProbe) -> FunctionTrouble? {
    guard probe.value.isFinite else { return .valueNotFinite(probe.value) }
    probe.planted = nil
    let again = probe(point)
    return again == probe.value ? nil : .notRepeatable(first: probe.value, second: again)
  }
}

// MARK: - Comparing

extension FunctionCheck {
  private func compare(_ slopes: [FunctionSlope]) -> [FunctionEntry] {
    // What the largest slope is at least.
    let largest = slopes.reduce(0) {
      max($0, $1.measurement.derivative.magnitude - $1.measurement.bound)
    }
    return slopes.enumerated().map { index, slope in
      let comparison = comparison(index, slope, slope.measurement, slope.near, largest)
      let near = slope.near.map { self.comparison(index, slope, $0, nil, largest).detectable }
      return FunctionEntry(
        index: index, comparison: comparison,
        detectable: max(comparison.detectable, near ?? 0), kink: slope.kink, side: slope.side)
    }
  }

  private func comparison(
    _ index: Int, _ slope: FunctionSlope, _ measurement: Measurement, _ near: Measurement?,
    _ largest: Double
  ) -> Comparison {
    // Nobody can know a slope better than that of a point which is rounded itself: x (1 + ε).
    let ofPoint = slope.curvature * point[index].magnitude
    let result = Comparison(
      claimed: claimed[index],
      claimRounding: 8 * Bounded.unitRoundoff * (claimed[index].magnitude + ofPoint),
      measurement, scale: max(slope.spread, largest))
    guard result.verdict == .wrong, let near else { return result }
    return Comparison(
      claimed: claimed[index], claimRounding: result.claimRounding, near, scale: largest)
  }

  // MARK: The tester is tested

  /// Adds an error to the slope by some numbers, measures again, and looks whether the claim is then
  /// called wrong: at the right entries with the largest and the smallest bound.
  private func plant(
    _ entries: [FunctionEntry], _ slopes: [FunctionSlope], _ probe: inout FunctionProbe
  ) -> SelfTest {
    let sure = entries.filter { $0.verdict == .right }.sorted { $0.detectable < $1.detectable }
    var (largest, plants, caught) = (0.0, 0, 0)
    var missed: Coordinate?
    for index in Set([sure.first, sure.last].compactMap { $0?.index }).sorted() {
      let (slope, entry) = (slopes[index], entries[index])
      let size = 10 * entry.detectable
      guard size > 1e-200, size.isFinite, size > 8 * entry.comparison.measured.ulp else {
        continue
      }
      probe.planted = (index, size)
      let measurement = probe.repeat(slope.measurement, slope, of: index)
      let near = slope.near.map { probe.repeat($0, slope, of: index) }
      let verdict = comparison(index, slope, measurement, near, slope.size).verdict
      // Beside a rough function the planted error can leave no usable bound, or a much larger one.
      if verdict == .cannotTell || measurement.bound > 2 * slope.measurement.bound { continue }
      if let near, let before = slope.near, near.bound > 2 * before.bound { continue }
      plants += 1
      largest = max(largest, size)
      if verdict == .wrong { caught += 1 } else { missed = missed ?? measurement.coordinate }
    }
    probe.planted = nil
    return SelfTest(planted: largest, plants: plants, caught: caught, missed: missed)
  }
}
