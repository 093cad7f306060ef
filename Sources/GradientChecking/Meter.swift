// Measuring with the scheme that was asked for, the numbers of one node at a time.

import NetworkModel
import Numbers

/// Measures derivatives with the chosen scheme. Each thread has its own.
struct Meter: Sendable {
  private let subject: CheckSubject
  private let options: CheckOptions
  private var probe: any CostProbe
  private let automatic: AutomaticMeasuring

  init(
    _ subject: CheckSubject, _ options: CheckOptions, probe: any CostProbe,
    automatic: AutomaticMeasuring = AutomaticMeasuring()
  ) {
    self.subject = subject
    self.options = options
    self.probe = probe
    self.automatic = automatic
  }

  /// A meter that measures with the precise probe.
  func precise(_ probe: any CostProbe) -> Meter {
    Meter(subject, options, probe: probe, automatic: .precise)
  }

  /// Measures numbers of one node.
  ///
  /// - Parameter claimed: the reference's claim for each; it limits the first step, nothing else.
  mutating func measure(
    _ coordinates: [Coordinate], claimed: [Bounded], scale: LayerScale
  ) -> [Measurement] {
    switch options.scheme {
    case .dual: return coordinates.map { stepFree($0, .dual, subject.dualDerivative) }
    case .complexStep:
      return coordinates.map { stepFree($0, .complexStep, subject.complexStepDerivative) }
    case .fixed(let scheme):
      return GradientChecking.measure(coordinates, scheme, step: options.step, &probe)
    case .ridders:
      return measureByExtrapolation(coordinates, step: options.step, &probe)
    case .automatic:
      if let step = options.step {
        return GradientChecking.measure(coordinates, .fivePoint, step: step, &probe)
      }
      return automatic.measure(Self.aims(coordinates, claimed, scale), &probe)
    }
  }

  private static func aims(
    _ coordinates: [Coordinate], _ claimed: [Bounded], _ scale: LayerScale
  ) -> [AutomaticMeasuring.Aim] {
    coordinates.indices.map { c in
      // A step over which J would change by more than itself, if the claim is right, is too large.
      let size = claimed[c].value.magnitude
      let ample =
        size > 0 && size.isFinite
        ? powerOfTwo(near: scale.cost / (Bounded.unitRoundoff * 32 * size)) : .infinity
      return AutomaticMeasuring.Aim(
        coordinates[c], goal: 1e-9 * scale[coordinates[c]], limit: ample)
    }
  }

  /// Whether the precise probe may look again at what is unsure.
  var isAutomatic: Bool { options.scheme == .automatic && options.step == nil }

  /// How many derivatives may be measured with the precise probe; after that, what `Double` cannot
  /// tell stays unknown.
  var preciseBudget: Int {
    let work = subject.network.parameters.count * subject.batch.count
    return max(64, 20_000_000 / max(1, work))
  }

  /// Measures again what was measured, of a cost that is wrong: its derivative is off by `error`.
  func measure(again measurement: Measurement, planting error: Double) -> Measurement {
    let coordinate = measurement.coordinate
    let isPrecise = measurement.method == .precise
    var planted = PlantedProbe(planted: isPrecise ? subject.preciseProbe() : probe, error: error)
    switch options.scheme {
    case .dual: return stepFree(coordinate, .dual, subject.dualDerivative, planting: error)
    case .complexStep:
      return stepFree(coordinate, .complexStep, subject.complexStepDerivative, planting: error)
    case .fixed(let scheme):
      return GradientChecking.measure(coordinate, scheme, step: options.step, &planted)
    case .ridders:
      return measureByExtrapolation(coordinate, step: options.step, &planted)
    case .automatic:
      guard let step = options.step else { return automatic.repeat(measurement, &planted) }
      return GradientChecking.measure(coordinate, .fivePoint, step: step, &planted)
    }
  }

  private func stepFree(
    _ coordinate: Coordinate, _ method: MeasuringMethod,
    _ derivative: (Coordinate, Double) -> Bounded, planting error: Double = 0
  ) -> Measurement {
    let d = derivative(coordinate, error)
    return Measurement(
      coordinate: coordinate, derivative: d.value, truncation: 0, rounding: d.error,
      method: method, step: nil, isFlat: d.value == 0 && d.error == 0)
  }
}

/// A probe whose cost is wrong on purpose: its derivative by every number is off by `error`.
private struct PlantedProbe: CostProbe {
  var planted: any CostProbe
  let error: Double

  var base: CostSample { planted.base }
  func value(of coordinate: Coordinate) -> Double { planted.value(of: coordinate) }

  mutating func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample] {
    planted.evaluate(coordinates, steps: steps, offsets: offsets).map { sample in
      var sample = sample
      sample.change += error * sample.nudge
      return sample
    }
  }

  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    planted.evaluate(along: direction, by: steps)
  }
}
