// The check of any function on problems of optimisation.
//
// Source: J. J. Moré, B. S. Garbow and K. E. Hillstrom, "Testing unconstrained optimization software",
// ACM Transactions on Mathematical Software 7 (1981).

import Nabla
import Testing

/// A test problem; its gradient comes from dual numbers.
struct Problem: CustomTestStringConvertible, Sendable {
  typealias Function<Number> = @Sendable ([Number]) -> Number

  let testDescription: String
  let points: [[Double]]
  let f: Function<Double>
  let dual: Function<Dual<DoubleDouble>>

  static let all: [Problem] = [
    Problem(
      testDescription: "Rosenbrock", points: [[-1.2, 1], [1, 1], [1e3, 1e-3]],
      f: { rosenbrock($0) }, dual: { rosenbrock($0) }),
    Problem(
      testDescription: "Powell, badly scaled", points: [[0, 1], [1.1e-5, 9.1]],
      f: { badlyScaled($0) }, dual: { badlyScaled($0) }),
    Problem(
      testDescription: "Brown, badly scaled", points: [[1, 1], [1e6, 2e-6]],
      f: { brown($0) }, dual: { brown($0) }),
    Problem(
      testDescription: "Powell, singular", points: [[3, -1, 0, 1], [0, 0, 0, 0]],
      f: { singular($0) }, dual: { singular($0) }),
    Problem(
      testDescription: "Wood", points: [[-3, -1, -3, -1], [1, 1, 1, 1]],
      f: { wood($0) }, dual: { wood($0) }),
    Problem(
      testDescription: "Beale", points: [[1, 1], [3, 0.5]], f: { beale($0) }, dual: { beale($0) }),
    Problem(
      testDescription: "Jennrich and Sampson", points: [[0.3, 0.4]], f: { jennrich($0) },
      dual: { jennrich($0) }),
  ]

  var gradients: [(point: [Double], gradient: [Double])] {
    points.map { ($0, dualGradient(at: $0, of: dual)) }
  }
}

private func square<Number: Scalar>(_ x: Number) -> Number { x * x }

private func rosenbrock<Number: Scalar>(_ x: [Number]) -> Number {
  Number(100) * square(x[1] - x[0] * x[0]) + square(.one - x[0])
}

private func badlyScaled<Number: Scalar>(_ x: [Number]) -> Number {
  square(Number(1e4) * x[0] * x[1] - .one)
    + square(.exp(-x[0]) + .exp(-x[1]) - Number(1.0001))
}

private func brown<Number: Scalar>(_ x: [Number]) -> Number {
  square(x[0] - Number(1e6)) + square(x[1] - Number(2e-6)) + square(x[0] * x[1] - Number(2))
}

private func singular<Number: Scalar>(_ x: [Number]) -> Number {
  square(x[0] + Number(10) * x[1]) + Number(5) * square(x[2] - x[3])
    + square(square(x[1] - Number(2) * x[2])) + Number(10) * square(square(x[0] - x[3]))
}

private func wood<Number: Scalar>(_ x: [Number]) -> Number {
  let first = Number(100) * square(x[1] - x[0] * x[0]) + square(.one - x[0])
  let second = Number(90) * square(x[3] - x[2] * x[2]) + square(.one - x[2])
  let third = Number(10) * square(x[1] + x[3] - Number(2)) + Number(0.1) * square(x[1] - x[3])
  return first + second + third
}

private func beale<Number: Scalar>(_ x: [Number]) -> Number {
  [1.5, 2.25, 2.625].enumerated().reduce(.zero) { sum, pair in
    sum + square(Number(pair.element) - x[0] * (.one - .power(x[1], pair.offset + 1)))
  }
}

private func jennrich<Number: Scalar>(_ x: [Number]) -> Number {
  (1...10).reduce(.zero) { sum, i in
    let t = Number(Double(i))
    return sum + square(Number(2) + Number(2) * t - (.exp(t * x[0]) + .exp(t * x[1])))
  }
}

@Suite struct FunctionProblemTests {
  @Test(
    "The gradient from dual numbers is never wrong, at starts and at solutions",
    arguments: Problem.all)
  func right(_ problem: Problem) {
    for (point, gradient) in problem.gradients {
      let report = FunctionCheck(of: { problem.f($0) }, is: gradient, at: point).run()
      #expect(report.verdict == .right, "\(point): \(report.entries)")
      #expect(report.selfTest.passed)
    }
  }

  @Test("One entry off by a thousandth of the largest, or of 10, is found", arguments: Problem.all)
  func wrong(_ problem: Problem) {
    for (point, gradient) in problem.gradients {
      let largest = gradient.map(\.magnitude).max() ?? 0
      for n in point.indices {
        var claim = gradient
        claim[n] += 1e-3 * max(largest, 10)
        let report = FunctionCheck(of: { problem.f($0) }, is: claim, at: point).run()
        #expect(report.entries[n].verdict == .wrong, "\(point): \(report.entries[n])")
        #expect(report.entries.count { $0.verdict == .wrong } == 1)
      }
    }
  }
}
