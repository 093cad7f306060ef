// What holds for every number type: powers, Float, the real part.

import Numbers
import Testing

@Suite("Every number that formulas are evaluated over")
struct ScalarTests {
  @Test("x^n = x · x · … · x, x^0 = 1, x^−n = 1 / x^n", arguments: -6...11)
  func power(n: Int) {
    for x in [-3, -1, 1, 2, 5] as [Double] {
      let product = (0..<n.magnitude).reduce(1.0) { result, _ in result * x }
      let expected = n < 0 ? 1 / product : product
      #expect(Double.power(x, n) == expected, "\(x)^\(n)")
      #expect(
        Float.power(Float(x), n) == (n < 0 ? 1 / Float(product) : Float(product)), "\(x)^\(n)")
      #expect(Complex.power(Complex(x), n) == Complex(expected), "\(x)^\(n)")
      #expect(DoubleDouble.power(DoubleDouble(x), n).real == expected, "\(x)^\(n)")
      #expect(Bounded.power(Bounded(x), n).value == expected, "\(x)^\(n)")
      let dual = Dual<DoubleDouble>.power(.variable(DoubleDouble(x)), n)
      let slope = DoubleDouble(Double(n)) * .power(DoubleDouble(x), n - 1)
      let error = (dual.derivative - slope).magnitude.real
      #expect(error <= 1e-29 * slope.magnitude.real, "(\(x)^\(n))′: \(dual.derivative), \(slope)")
    }
  }

  @Test("x^0 = 1 whatever x, 0^n = 0, 0^−n = ∞")
  func powerAtEdges() {
    for x in [0, .infinity, .nan, -1e300] as [Double] { #expect(Double.power(x, 0) == 1) }
    for n in 1...5 {
      #expect(Double.power(0, n) == 0)
      #expect(Double.power(0, -n) == .infinity)
    }
    #expect(Dual<Double>.power(Dual.variable(0), 1).derivative == 1)
    #expect(Dual<Double>.power(.variable(0), 2).derivative == 0)
  }

  @Test("Float functions are Double's, rounded, to 2 ulps", arguments: Elementary.all)
  func float(_ function: Elementary) {
    let seed: UInt64 = 31
    for x in function.arguments(500 * thoroughness, seed: seed) where x.magnitude < 80 {
      let single = Float(x)
      let (left, right) = (function.float(single), Float(function.double(Double(single))))
      #expect(
        (left - right).magnitude <= 2 * right.magnitude.ulp,
        "\(function.name)(\(single)): \(left), \(right), seed \(seed)")
    }
  }

  @Test("the real part of a number made from x is x")
  func real() {
    for x in [0, -1.5, 1e300, 0x1p-1074] as [Double] {
      #expect(x.real == x)
      #expect(Complex(x).real == x && Complex(x, 3).real == x)
      #expect(DoubleDouble(x).real == x && Bounded(x, error: 1).real == x)
      #expect(Dual<Double>(x).real == x && Dual<Dual<DoubleDouble>>(x).real == x)
      #expect(Float(x).real == Double(Float(x)))
    }
    #expect(Dual<Double>(2).derivative == 0)
    #expect(Bounded(2).error == 0)
    #expect(Complex.one == Complex(1, 0))
  }
}
