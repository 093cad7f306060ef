// Difference schemes: their weights, and their order as a slope.

import Nabla
import Testing

@Suite struct DifferenceSchemes {
  @Test(
    "Weights are those of the literature",
    arguments: zip(
      DifferenceScheme.all,
      [
        ["-1", "1"], ["-1/2", "1/2"], ["1/12", "-2/3", "2/3", "-1/12"],
        ["-1/60", "3/20", "-3/4", "3/4", "-3/20", "1/60"],
      ]))
  func weights(_ scheme: DifferenceScheme, _ expected: [String]) {
    #expect(scheme.weights.map(\.description) == expected)
  }

  @Test("Uneven offsets get their weights from the same rule")
  func uneven() {
    let scheme = DifferenceScheme(name: "uneven", offsets: [-1, 0, 2], summary: "")
    #expect(scheme.weights.map(\.description) == ["-2/3", "1/2", "1/6"])
    #expect(scheme.order == 2)
  }

  @Test("The observed order is the declared order within 0.1", arguments: DifferenceScheme.all)
  func order(_ scheme: DifferenceScheme) {
    let x = 0.7
    let truth = FunctionProbe.derivative(at: x)
    func error(_ h: Double) -> Double {
      var probe = FunctionProbe(at: x)
      let d = measure(FunctionProbe.coordinate, scheme, step: h, &probe).derivative
      // In double-double, rounding is far below the truncation that the slope is taken from.
      return (DoubleDouble(d) - truth).real.magnitude
    }
    let step = 0x1p-5
    let slope = Double.log(error(step) / error(step / 2)) / Double.log(2)
    #expect(
      (slope - Double(scheme.order)).magnitude < 0.1, "\(scheme.name): slope \(slope)")
  }

  @Test(
    "The automatic scheme finds a step whose bound holds and is small", arguments: [0.1, 0.7, 3])
  func automatic(_ x: Double) {
    var probe = FunctionProbe(at: x)
    let automatic = AutomaticMeasuring()
    let measurement = automatic.measure(FunctionProbe.coordinate, goal: 0, &probe)
    let truth = FunctionProbe.derivative(at: x)
    let error = (DoubleDouble(measurement.derivative) - truth).real.magnitude
    #expect(error <= measurement.bound)
    #expect(measurement.bound < 1e-11 * truth.real.magnitude)
  }

  @Test("Ridders' extrapolation is within its bound, and that is small", arguments: [0.1, 0.7, 3])
  func extrapolation(_ x: Double) {
    var probe = FunctionProbe(at: x)
    let measurement = measureByExtrapolation(FunctionProbe.coordinate, &probe)
    let truth = FunctionProbe.derivative(at: x)
    let error = (DoubleDouble(measurement.derivative) - truth).real.magnitude
    #expect(error <= measurement.bound)
    #expect(measurement.bound < 1e-10 * truth.real.magnitude)
  }
}

/// e^x / (1 + x²) as a cost of one number, in double-double.
struct FunctionProbe: CostProbe {
  static let coordinate = Coordinate.bias(layer: 2, i: 1)
  let x: Double

  init(at x: Double) { self.x = x }

  static func f<S: Scalar>(_ x: S) -> S { S.exp(x) / (.one + x * x) }

  /// f′(x) = f(x) (1 − x)² / (1 + x²), by hand.
  static func derivative(at x: Double) -> DoubleDouble {
    let x = DoubleDouble(x)
    let oneMinusX = DoubleDouble(1) - x
    return f(x) * oneMinusX * oneMinusX / (DoubleDouble(1) + x * x)
  }

  var base: CostSample {
    CostSample(change: 0, roundingBound: 0x1p-98 * Self.f(x), nudge: 0)
  }

  func value(of coordinate: Coordinate) -> Double { x }

  func evaluate(_ coordinates: [Coordinate], steps: [Double], offsets: [Int]) -> [CostSample] {
    steps.flatMap { h in offsets.map { sample(Double($0) * h) } }
  }

  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    steps.map(sample)
  }

  private func sample(_ h: Double) -> CostSample {
    let cost = Self.f(DoubleDouble(x) + DoubleDouble(h))
    let change = (cost - Self.f(DoubleDouble(x))).real
    return CostSample(
      change: change, roundingBound: 0x1p-98 * cost.high.magnitude + Bounded.halfUnit(change),
      nudge: h)
  }
}
