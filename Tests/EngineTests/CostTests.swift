// Costs and penalties: slopes are derivatives, values are what the names say.

import Nabla
import Testing

extension Cost: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite("Costs and penalties")
struct CostTests {
  @Test("∂term/∂h = Σ ∂term/∂part · ∂part/∂h", arguments: Cost.all)
  func costSlopes(cost: Cost) {
    for h in [0.01, 0.2, 0.5, 0.77, 0.95] {
      for y in [0, 1, 0.3, 2] as [Double] {
        func dual(_ formula: Expression) -> Dual<DoubleDouble> {
          var frame = Frame<Dual<DoubleDouble>>(
            letters: [[.variable(DoubleDouble(h))], [Dual(y)], [Dual(5)]], indices: [0])
          return Program(formula, letters: ["h", "y", "M"], indices: [.k]).run(&frame)
        }
        let derivative = dual(cost.term).derivative
        let sum = cost.slopes.reduce(DoubleDouble.zero) { sum, slope in
          sum + dual(slope.value).value * dual(slope.key).derivative
        }
        #expect(
          (sum - derivative).magnitude.real <= 1e-28 * (1 + derivative.magnitude.real),
          "h = \(h), y = \(y): \(sum), derivative \(derivative)")
        #expect(dual(cost.scale).derivative == .zero)
      }
    }
  }

  @Test("costs are what they are called: values at M = 2, h = ¾, y = ½")
  func costValues() {
    // log ¾ and log ¼ to 17 digits.
    let logarithms = (-0.28768207245178093, -1.3862943611198906)
    let expected: [String: Double] = [
      "quadratic": 0.0625 / 4, "squared-difference": 0.0625 / 2, "residual-sum-of-squares": 0.0625,
      "cross-entropy": -(0.5 * logarithms.0 + 0.5 * logarithms.1) / 2,
      "log-loss": -0.5 * logarithms.0 / 2,
    ]
    #expect(Set(expected.keys) == Set(Cost.all.map(\.name)))
    for cost in Cost.all {
      var frame = Frame<Double>(letters: [[0.75], [0.5], [2]], indices: [0])
      let formula = cost.scale * cost.term
      let value = Program(formula, letters: ["h", "y", "M"], indices: [.k]).run(&frame)
      #expect((value - expected[cost.name]!).magnitude <= 1e-16, "\(cost.name): \(value)")
    }
  }

  @Test(
    "the penalty's slope is the derivative of its term; sign(0) = 0",
    arguments: [
      Penalty.none, Penalty(l2: 0.7), Penalty(l1: 0.3), Penalty(l2: 2, l1: 5),
    ])
  func penalties(penalty: Penalty) {
    let program = PenaltyProgram(penalty)
    for w in [-3.0, -0.1, 0, 0.25, 7] {
      var frame = program.frame(over: Dual<DoubleDouble>.self, examples: 4)
      let term = program.term(.variable(DoubleDouble(w)), &frame)
      let slope = program.slope(Dual(w), &frame).value
      let expected = penalty.l2 / 4 * w + penalty.l1 / 4 * (w > 0 ? 1 : w < 0 ? -1 : 0)
      let value = penalty.l2 / 8 * w * w + penalty.l1 / 4 * w.magnitude
      #expect(
        (term.value.real - value).magnitude <= 1e-15 * value, "w = \(w): \(term.value), \(value)")
      #expect((slope.real - expected).magnitude <= 1e-15 * expected.magnitude, "w = \(w): \(slope)")
      let error = (slope - term.derivative).magnitude.real
      #expect(
        error <= 1e-30 * slope.magnitude.real, "w = \(w): \(slope), derivative \(term.derivative)")
    }
  }
}
