// The automatic scheme on functions whose derivatives are known: smooth ones, sharp ones, plateaus.

import Nabla
import Testing

private func number(_ x: Double) -> Dual<DoubleDouble> { Dual(x) }

private func logistic(_ z: Dual<DoubleDouble>) -> Dual<DoubleDouble> {
  number(1) / (number(1) + .exp(-z))
}

@Suite struct AutomaticScheme {
  typealias Function = @Sendable (Dual<DoubleDouble>) -> Dual<DoubleDouble>

  /// Smooth functions; the last one is far below its slope's size at ordinary steps.
  static func smooth(near x: Double) -> [(name: String, f: Function)] {
    let target = Dual<DoubleDouble>(Double.tanh(x) + 1e-4)
    return [
      ("exp", { z in .exp(z) }), ("tanh", { z in .tanh(z) }), ("square", { z in z * z }),
      ("rational", { z in z / (number(3) + z * z) }), ("logistic", { z in logistic(z) }),
      (
        "nearly fitted",
        { z in
          let distance: Dual<DoubleDouble> = .tanh(z) - target
          return distance * distance
        }
      ),
    ]
  }

  static var smoothCurves: [KnownCurve] {
    var curves: [KnownCurve] = []
    for roundoff in [0, 0x1p-53] {
      for x in [0.1, 0.7, 3, -2] {
        curves += smooth(near: x).map { KnownCurve($0.name, at: x, roundoff: roundoff, $0.f) }
      }
    }
    return curves
  }

  /// A smooth function and a sharp one: a logistic of an input of 10^4 … 10^7, next to its middle and
  /// off it, which a step that is good for the smooth part jumps over.
  static var sharpCurves: [KnownCurve] {
    var curves: [KnownCurve] = []
    for roundoff in [0, 0x1p-53] {
      for input in [1e4, 1e5, 1e6, 1e7] {
        for offset in [0, 0.3, 1, 3, 10] {
          for share in [1, 1e-2, 1e-4] {
            let name = "exp + \(share) σ(\(input) (z − 0.7) + \(offset))"
            curves.append(
              KnownCurve(name, at: 0.7, roundoff: roundoff) { z in
                let sharp = logistic(number(input) * (z - number(0.7)) + number(offset))
                return .exp(z) + number(share) * sharp
              })
          }
        }
      }
    }
    return curves
  }

  @Test(
    "A smooth function's derivative is within its bound, and that is small", arguments: smoothCurves
  )
  func smooth(_ curve: KnownCurve) {
    var probe = curve
    let found = AutomaticMeasuring().measure(FunctionProbe.coordinate, goal: 0, &probe)
    let error = (DoubleDouble(found.derivative) - curve.derivative).real.magnitude
    #expect(error <= found.bound, "\(curve.testDescription): \(found), error \(error)")
    let scale = curve.f(DoubleDouble(curve.x)).real.magnitude + curve.derivative.real.magnitude
    #expect(
      found.bound <= (curve.roundoff > 0 ? 1e-9 : 1e-11) * scale,
      "\(curve.testDescription): \(found)")
  }

  @Test("A sharp part is seen, or the bound is too large to be believed", arguments: sharpCurves)
  func sharp(_ curve: KnownCurve) {
    var probe = curve
    let scale = curve.derivative.real.magnitude
    for goal in [0, 1e-9 * scale] {
      let found = AutomaticMeasuring().measure(FunctionProbe.coordinate, goal: goal, &probe)
      let error = (DoubleDouble(found.derivative) - curve.derivative).real.magnitude
      #expect(error <= found.bound, "\(curve.testDescription): \(found), error \(error)")
    }
  }

  @Test("Nudges that all end on plateaus are not taken for a derivative of 0")
  func plateau() {
    // Flat but for a narrow dip at 0.7, in the middle of which the slope is not 0.
    var probe = KnownCurve("dip", at: 0.7) { z in
      let distance = number(1e9) * (z - number(0.7)) + number(0.5)
      return number(1) - number(1) / (number(1) + distance * distance)
    }
    let found = AutomaticMeasuring().measure(FunctionProbe.coordinate, goal: 1e-9, &probe)
    let error = (DoubleDouble(found.derivative) - probe.derivative).real.magnitude
    #expect(error <= found.bound, "\(found), error \(error)")
    let far = measure(FunctionProbe.coordinate, .fivePoint, step: 0x1p-10, &probe)
    #expect(far.bound == .infinity)
  }

  @Test("Rounding that dominates asks for larger steps until the bound is good")
  func noisy() {
    var probe = KnownCurve("10 + small", at: 0.7, roundoff: 0x1p-53) { z in
      number(10) + number(1e-3) * .tanh(z)
    }
    let found = AutomaticMeasuring().measure(FunctionProbe.coordinate, goal: 0, &probe)
    #expect((found.step ?? 0) > 0x1p-14)
    #expect(found.bound < 1e-6 * probe.derivative.real.magnitude)
  }

  @Test("What is measured together is what is measured alone")
  func together() {
    let (network, batch) = (Probe.deep.network, Probe.deep.batch)
    let report = GradientCheck(network, batch).run()
    for comparison in report.parameters {
      var probe: any CostProbe = IncrementalProbe(BatchPropagation(network, batch))!
      let alone = measure(
        comparison.coordinate, .fivePoint, step: comparison.measurement.step, &probe)
      #expect(
        (alone.derivative - comparison.measured).magnitude
          <= 0x1p-50 * comparison.measured.magnitude)
    }
  }
}

/// A function of one number, its values in double-double, with ordinary rounding or with none.
struct KnownCurve: CostProbe, CustomTestStringConvertible {
  let testDescription: String
  let x: Double
  /// The rounding of a value, relative to it: 2^−53 for a cost in `Double`.
  let roundoff: Double
  let f: @Sendable (DoubleDouble) -> DoubleDouble
  let derivative: DoubleDouble

  init(
    _ name: String, at x: Double, roundoff: Double = 0,
    _ f: @escaping @Sendable (Dual<DoubleDouble>) -> Dual<DoubleDouble>
  ) {
    testDescription = "\(name) at \(x)" + (roundoff > 0 ? ", rounded" : "")
    self.x = x
    self.roundoff = roundoff
    self.f = { f(Dual($0, derivative: .zero)).value }
    derivative = f(Dual(DoubleDouble(x), derivative: .one)).derivative
  }

  /// A value as `Double` would have it, where there is rounding.
  private func value(_ h: Double) -> DoubleDouble {
    let y = f(DoubleDouble(x) + DoubleDouble(h))
    return roundoff > 0 ? DoubleDouble(y.real) : y
  }

  var base: CostSample {
    CostSample(change: 0, roundingBound: bound(value(0)), nudge: 0)
  }
  private func bound(_ y: DoubleDouble) -> Double { max(roundoff, 0x1p-98) * y.real.magnitude }
  func value(of coordinate: Coordinate) -> Double { x }

  func evaluate(_ coordinates: [Coordinate], steps: [Double], offsets: [Int]) -> [CostSample] {
    steps.flatMap { h in offsets.map { sample(Double($0) * h) } }
  }
  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    steps.map(sample)
  }
  private func sample(_ h: Double) -> CostSample {
    let (y, change) = (value(h), (value(h) - value(0)).real)
    return CostSample(
      change: change, roundingBound: bound(y) + Bounded.halfUnit(change), nudge: h)
  }
}
