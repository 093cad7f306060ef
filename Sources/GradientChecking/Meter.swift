// Measuring with the scheme that was asked for, one derivative after the other.

import NetworkModel
import Numbers

/// Measures derivatives with the chosen scheme.
struct Meter {
  private let subject: CheckSubject
  private let options: CheckOptions
  private var probe: any CostProbe
  private var precise: (any CostProbe)?
  private var automatic = AutomaticMeasuring()
  private var automaticPrecise = AutomaticMeasuring.precise
  /// The row that the automatic step was found in. The next row starts afresh: within a row the step of
  /// a parameter is that of the one measured before it, so a sample can end with other steps than the
  /// whole.
  private var row: [Int] = []
  /// How many derivatives may still be measured with the precise probe; after that, what `Double`
  /// cannot tell stays unknown.
  private var preciseBudget: Int
  /// The largest claimed derivative of each layer, by kind, and the rounding scale of the cost.
  private var largest: [Int: Double] = [:]
  let costScale: Double
  private let claim: EngineClaim

  init(_ subject: CheckSubject, _ options: CheckOptions, cost: Double, claim: EngineClaim) {
    self.subject = subject
    self.options = options
    self.claim = claim
    probe = subject.probe()
    costScale = 0x1p-52 * max(cost.magnitude, Self.naturalCost(claim, subject))
    let work = subject.network.parameters.count * subject.batch.count
    preciseBudget = max(64, 20_000_000 / max(1, work))
    for coordinate in subject.network.parameters.coordinates {
      note(claim.derivative(coordinate).value, of: coordinate)
    }
    for l in claim.backward.error.range {
      for (position, δ) in claim.backward.error[l].entries.enumerated() {
        let (i, m) = position.quotientAndRemainder(dividingBy: subject.batch.count)
        note(δ, of: .weightedInput(layer: l, i: i + 1, example: m + 1))
      }
    }
  }

  /// The size of a cost of such outputs and targets: where they are equal, J is 0 and no measure.
  private static func naturalCost(_ claim: EngineClaim, _ subject: CheckSubject) -> Double {
    let outputs = claim.forward.activation[subject.network.lastLayer].entries
    let largest = (outputs + subject.batch.targets.entries).reduce(0) { max($0, $1.magnitude) }
    return min(1, largest) * largest
  }

  /// What a bound for this coordinate is measured by.
  func scale(of coordinate: Coordinate) -> Double {
    max(largest[key(of: coordinate)] ?? 0, costScale)
  }

  mutating func measure(_ coordinate: Coordinate) -> Measurement {
    switch options.scheme {
    case .dual: return stepFree(coordinate, subject.dualDerivative)
    case .complexStep: return stepFree(coordinate, subject.complexStepDerivative)
    case .fixed(let scheme):
      return GradientChecking.measure(coordinate, scheme, step: options.step, &probe)
    case .ridders:
      return measureByExtrapolation(coordinate, step: options.step, &probe)
    case .automatic:
      guard let step = options.step else { return measureAutomatically(coordinate) }
      return GradientChecking.measure(coordinate, .sevenPoint, step: step, &probe)
    }
  }

  /// Measures again what was measured, of a cost that is wrong: its derivative is off by `error`.
  func measure(again measurement: Measurement, planting error: Double) -> Measurement {
    let coordinate = measurement.coordinate
    let isPrecise = measurement.scheme == Self.precise
    var planted = PlantedProbe(planted: isPrecise ? subject.preciseProbe() : probe, error: error)
    switch options.scheme {
    case .dual: return stepFree(coordinate, subject.dualDerivative, planting: error)
    case .complexStep:
      return stepFree(coordinate, subject.complexStepDerivative, planting: error)
    case .fixed(let scheme):
      return GradientChecking.measure(coordinate, scheme, step: options.step, &planted)
    case .ridders:
      return measureByExtrapolation(coordinate, step: options.step, &planted)
    case .automatic:
      guard let step = options.step else { return automatic.repeat(measurement, &planted) }
      return GradientChecking.measure(coordinate, .sevenPoint, step: step, &planted)
    }
  }

  private static let precise = "seven-point, double-double"

  private mutating func measureAutomatically(_ coordinate: Coordinate) -> Measurement {
    let place = rowKey(of: coordinate)
    if place != row {
      row = place
      automatic = AutomaticMeasuring()
      automaticPrecise = .precise
    }
    let scale = scale(of: coordinate)
    // A step over which J would change by more than itself, if the claim is right, is too large.
    let claimed = claim.derivative(coordinate).value.magnitude
    let ample = powerOfTwo(near: costScale / (unitRoundoff * 32 * claimed))
    if claimed > 0 && claimed.isFinite { automatic.step = min(automatic.step, ample) }
    let first = automatic.measure(coordinate, goal: 1e-9 * scale, &probe)
    let isZero = first.isFlat && claim.derivative(coordinate).value == 0
    if first.bound <= Comparison.useful * scale || isZero { return first }
    guard preciseBudget > 0 else { return first }
    preciseBudget -= 1
    var probe = precise ?? subject.preciseProbe()
    defer { precise = probe }
    let second = automaticPrecise.measure(
      coordinate, goal: 1e-9 * scale, &probe, scheme: Self.precise)
    return second.bound < first.bound || !first.bound.isFinite ? second : first
  }

  private func stepFree(
    _ coordinate: Coordinate, _ derivative: (Coordinate, Double) -> Bounded,
    planting error: Double = 0
  ) -> Measurement {
    let d = derivative(coordinate, error)
    return Measurement(
      coordinate: coordinate, derivative: d.value, truncation: 0, rounding: d.error,
      scheme: options.scheme.name, step: nil, isFlat: d.value == 0 && d.error == 0)
  }

  private mutating func note(_ derivative: Double, of coordinate: Coordinate) {
    largest[key(of: coordinate), default: 0] = max(
      largest[key(of: coordinate)] ?? 0, derivative.magnitude)
  }

  /// Parameters of a layer share a scale, and so do its weighted inputs.
  private func key(of coordinate: Coordinate) -> Int {
    if case .weightedInput(let l, _, _) = coordinate { return -l }
    return coordinate.layer
  }

  private func rowKey(of coordinate: Coordinate) -> [Int] {
    switch coordinate {
    case .weight(let l, let i, _): [0, l, i]
    case .bias(let l, let i): [1, l, i]
    case .weightedInput(let l, let i, _): [2, l, i]
    }
  }
}

/// A probe whose cost is wrong on purpose: its derivative by one coordinate is off by `error`.
private struct PlantedProbe: CostProbe {
  var planted: any CostProbe
  let error: Double

  var base: CostSample { planted.base }
  func value(of coordinate: Coordinate) -> Double { planted.value(of: coordinate) }

  mutating func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    var sample = planted.evaluate(coordinate, nudgedBy: h)
    sample.cost = sample.cost + DoubleDouble(error) * sample.nudge
    return sample
  }

  func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    planted.evaluate(along: direction, by: h)
  }
}
