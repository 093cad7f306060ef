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

  /// - Complexity: four samples of the probe for each parameter and each weighted input, and four
  ///   more for each step that turns out to be too large or too small.
  public func run() -> CheckReport {
    let claims = EngineClaim.all(of: subject.engines, threads: options.threads)
    let probe = subject.probe(claims[claims.count - 1].backwardBound)
    let scales = Scales(claims[0], subject)
    let meter = Meter(subject, options, probe: probe)
    let survey = Survey(subject, options, claims, scales, meter)
    let equations = CrossValidation(claims, survey).results(threads: options.threads)
    return report(claims, survey, equations, meter, scales)
  }

  private func report(
    _ claims: [EngineClaim], _ survey: Survey, _ equations: [EquationResult], _ meter: Meter,
    _ scales: Scales
  ) -> CheckReport {
    let (parameters, errors) = (survey.parameters, survey.errors)
    let isSample = parameters.count < survey.places.parameterCount
    return CheckReport(
      network: subject.network, batch: subject.batch,
      verdict: .of(
        [
          .of(parameters.lazy.map(\.verdict)), .of(errors.lazy.map(\.verdict)),
          .of(equations.lazy.map(\.verdict)),
        ]),
      cost: claims[0].forward.cost, scheme: options.scheme.name, parameters: parameters,
      errors: errors, total: survey.places.parameterCount, seed: isSample ? options.seed : nil,
      smallestDetectableError: parameters.lazy.filter { $0.verdict == .right }
        .map(\.detectable).max(),
      equations: equations, warnings: Warning.all(of: subject, claims[0], parameters),
      selfTest: plant(parameters, meter, claims, scales))
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
    _ comparisons: [Comparison], _ meter: Meter, _ claims: [EngineClaim], _ scales: Scales
  ) -> SelfTest {
    var (largest, plants, caught) = (0.0, 0, 0)
    var missed: Coordinate?
    for comparison in leastSure(comparisons) {
      let coordinate = comparison.coordinate
      let size = 10 * max(comparison.detectable, scales.cost)
      guard size > 1e-200, size.isFinite, size > 8 * comparison.measured.ulp else { continue }
      let measurement = meter.measure(again: comparison.measurement, planting: size)
      let verdict = Comparison(
        worstOf: claims.map { $0.derivative(coordinate) }, measurement,
        scale: scales.scale(ofLayer: coordinate.layer)[coordinate]
      ).verdict
      // Beside numbers as large as 10^40 the planted error can leave no usable bound.
      if verdict == .cannotTell { continue }
      plants += 1
      largest = max(largest, size)
      if verdict == .wrong { caught += 1 } else { missed = missed ?? coordinate }
    }
    return SelfTest(planted: largest, plants: plants, caught: caught, missed: missed)
  }

  /// The right comparison with the largest bound, of each layer that has a right one.
  private func leastSure(_ comparisons: [Comparison]) -> [Comparison] {
    var worst: [Int?] = Array(repeating: nil, count: subject.network.lastLayer + 1)
    for position in comparisons.indices where comparisons[position].verdict == .right {
      let layer = comparisons[position].coordinate.layer
      let largest = worst[layer].map { comparisons[$0].detectable } ?? 0
      if comparisons[position].detectable >= largest { worst[layer] = position }
    }
    return worst.compactMap { $0.map { comparisons[$0] } }
  }
}
