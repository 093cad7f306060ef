// The check: every derivative measured, compared with what the engines claim, and a verdict.

import NetworkModel
import Numbers

/// Checks the gradient of a network.
///
/// Every parameter's derivative, and every δ, is measured with a probe, and compared with backward
/// propagation of the engines; then every equation of both engines is tested by itself
/// (`CrossValidation`), and planted errors show that the check can see (`SelfTest`).
///
/// What is measured uses no derivative. The bound on its rounding uses the probe's own; a wrong one
/// shows: too small a bound calls right gradients wrong, too large a one is not useful.
public struct GradientCheck: Sendable {
  public var subject: CheckSubject
  public let options: CheckOptions

  public init(_ subject: CheckSubject, _ options: CheckOptions = CheckOptions()) {
    precondition(!subject.engines.isEmpty, "nothing claims a gradient")
    self.subject = subject
    self.options = options
  }

  /// - Complexity: about six costs a parameter and a weighted input.
  public func run() -> CheckReport {
    let reference = EngineClaim(subject.engines[0], holding: nil)
    let claims =
      [reference]
      + subject.engines.dropFirst().map { EngineClaim($0, holding: reference.forward.sides) }
    var meter = Meter(subject, options, cost: reference.forward.cost, claim: reference)

    let all = subject.network.parameters.coordinates
    let parameters = chosen(all)
    let inputs = chosen(weightedInputs)
    let total = parameters.count + inputs.count
    var done = 0
    func compare(_ coordinate: Coordinate) -> Comparison {
      let measurement = meter.measure(coordinate)
      done += 1
      options.progress?(done, total)
      return worst(of: claims, against: measurement, scale: meter.scale(of: coordinate))
    }
    let comparisons = parameters.map(compare)
    let errors = inputs.map(compare)

    let equations = CrossValidation(
      claims: claims, measurements: (comparisons + errors).map(\.measurement)
    ).results()
    let detectable = comparisons.filter { $0.verdict == .right }.map(\.detectable).max()
    let selfTest = plant(comparisons, meter, claims)
    return CheckReport(
      network: subject.network, batch: subject.batch,
      verdict: .of((comparisons + errors).map(\.verdict) + equations.map(\.verdict)),
      cost: reference.forward.cost, scheme: options.scheme.name, parameters: comparisons,
      errors: errors, total: all.count,
      seed: parameters.count < all.count ? options.seed : nil,
      smallestDetectableError: detectable, equations: equations,
      warnings: Warning.all(of: subject, reference, comparisons), selfTest: selfTest)
  }

  /// The comparison of the first claim that is wrong, else of the first that cannot be judged, else of
  /// the reference's.
  private func worst(
    of claims: [EngineClaim], against measurement: Measurement, scale: Double
  ) -> Comparison {
    let comparisons = claims.map { claim in
      let (value, rounding) = claim.derivative(measurement.coordinate)
      return Comparison(claimed: value, claimRounding: rounding, measurement, scale: scale)
    }
    return comparisons.first { $0.verdict == .wrong }
      ?? comparisons.first { $0.verdict == .cannotTell } ?? comparisons[0]
  }

  /// All z_i^(ℓ)(m).
  private var weightedInputs: [Coordinate] {
    (2...subject.network.lastLayer).flatMap { l in
      (1...subject.network.size(l)).flatMap { i in
        (1...subject.batch.count).map { .weightedInput(layer: l, i: i, example: $0) }
      }
    }
  }

  /// A seeded sample, in the order of the whole; everything where no sample is asked for.
  private func chosen(_ coordinates: [Coordinate]) -> [Coordinate] {
    guard let count = options.sample, count < coordinates.count else { return coordinates }
    var generator = SeededGenerator(seed: options.seed)
    return generator.permutation(of: coordinates.count).prefix(count).sorted()
      .map { coordinates[$0] }
  }
}

// MARK: - The tester is tested

extension GradientCheck {
  /// Adds an error to the cost's derivative by some parameters, the one with the largest bound of
  /// each layer, measures again, and looks whether the claims are then called wrong.
  ///
  /// The error is ten times the smallest that could be found at that parameter; where every bound is
  /// 0, ten times the last bit of the cost. Where a double cannot hold it beside the derivative, none
  /// is planted.
  private func plant(
    _ comparisons: [Comparison], _ meter: Meter, _ claims: [EngineClaim]
  ) -> SelfTest {
    var worstByLayer: [Int: Comparison] = [:]
    for comparison in comparisons where comparison.verdict == .right {
      let layer = comparison.coordinate.layer
      if comparison.detectable >= worstByLayer[layer]?.detectable ?? 0 {
        worstByLayer[layer] = comparison
      }
    }
    var (largest, plants, caught) = (0.0, 0, 0)
    var missed: Coordinate?
    for (_, comparison) in worstByLayer.sorted(by: { $0.key < $1.key }) {
      let coordinate = comparison.coordinate
      let size = 10 * max(comparison.detectable, meter.costScale)
      guard size > 1e-200, size.isFinite, size > 8 * comparison.measured.ulp else { continue }
      let measurement = meter.measure(again: comparison.measurement, planting: size)
      let verdict = worst(of: claims, against: measurement, scale: meter.scale(of: coordinate))
        .verdict
      // Beside numbers as large as 10^40 the planted error can leave no usable bound.
      if verdict == .cannotTell { continue }
      plants += 1
      largest = max(largest, size)
      if verdict == .wrong { caught += 1 } else { missed = missed ?? coordinate }
    }
    return SelfTest(planted: largest, plants: plants, caught: caught, missed: missed)
  }
}
