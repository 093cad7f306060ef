// The slope of a student's own cost, measured.

import Nabla

/// A student's gradients beside the measured slope of the student's own cost.
struct OwnSlopes: Sendable {
  let comparisons: [Comparison]

  var verdict: Verdict { .of(comparisons.lazy.map(\.verdict)) }

  /// - Complexity: 18 calls of the cost for each parameter.
  init(_ student: some BackpropUnderTest, _ probe: Probe, _ gradient: Parameters<Double>) {
    var cost = OwnCost(student, probe)
    comparisons = gradient.coordinates.map { coordinate in
      let scale = Self.scale(gradient, coordinate.layer, cost.value)
      return Comparison(
        claimed: gradient[coordinate], claimRounding: 64 * Double.ulpOfOne * scale,
        Self.measurement(coordinate, &cost), scale: scale)
    }
  }

  /// With the step that has the smallest bound: one of the scheme's own size, and two that reach less far
  /// where the cost has a kink nearby.
  private static func measurement(_ coordinate: Coordinate, _ cost: inout OwnCost) -> Measurement {
    let usual = measure(coordinate, .fivePoint, &cost)
    return [0x1p-14, 0x1p-18].map { measure(coordinate, .fivePoint, step: $0, &cost) }
      .reduce(usual) { $1.bound < $0.bound ? $1 : $0 }
  }

  /// The largest claimed derivative of a layer; the rounding of the cost where all are tiny.
  private static func scale(_ gradient: Parameters<Double>, _ l: Int, _ cost: Double) -> Double {
    let numbers = gradient.weights[l].entries + gradient.biases[l]
    return max(numbers.lazy.map(\.magnitude).max() ?? 0, Double.ulpOfOne * cost.magnitude)
  }
}

/// A student's cost with one parameter nudged.
///
/// Nothing is known of how it is computed. Its rounding is taken to be 16 units in the last place of J
/// at each end, which is ample for networks of a test's size; kinks are not held.
private struct OwnCost: CostProbe {
  private let student: any BackpropUnderTest
  private let probe: Probe
  let value: Double

  init(_ student: some BackpropUnderTest, _ probe: Probe) {
    self.student = student
    self.probe = probe
    value = (try? student.cost(probe.network, probe.batch)) ?? .nan
  }

  var base: CostSample { CostSample(change: 0, roundingBound: rounding(value), nudge: 0) }

  func value(of coordinate: Coordinate) -> Double { probe.network.parameters[coordinate] }

  func evaluate(_ coordinates: [Coordinate], steps: [Double], offsets: [Int]) -> [CostSample] {
    coordinates.indices.flatMap { c in
      offsets.map { sample(coordinates[c], nudgedBy: Double($0) * steps[c]) }
    }
  }

  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    steps.map { step in
      var parameters = probe.network.parameters
      for coordinate in parameters.coordinates {
        parameters[coordinate] += step * direction[coordinate]
      }
      return sample(parameters, nudge: step)
    }
  }

  private func sample(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    var parameters = probe.network.parameters
    let old = parameters[coordinate]
    parameters[coordinate] = old + h
    return sample(parameters, nudge: parameters[coordinate] - old)
  }

  private func sample(_ parameters: Parameters<Double>, nudge: Double) -> CostSample {
    let nudged =
      (try? student.cost(probe.network.with(parameters: parameters), probe.batch)) ?? .nan
    return CostSample(change: nudged - value, roundingBound: rounding(nudged), nudge: nudge)
  }

  private func rounding(_ cost: Double) -> Double { 16 * Double.ulpOfOne * cost.magnitude }
}
