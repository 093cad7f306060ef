// Double-double: sums, products and quotients against exact arithmetic; functions against 40 digits.

import Numbers
import Testing

@Suite("Double-double numbers")
struct DoubleDoubleTests {
  @Test("sum(a, b) = a + b and product(a, b) = a b, exactly", arguments: [1, 2, 3] as [UInt64])
  func errorFree(seed: UInt64) {
    var draw = Draw(seed: seed)
    for _ in 0..<500 * thoroughness {
      let (a, b) = (draw.number(exponents: -300...300), draw.number(exponents: -300...300))
      let c = a * draw.uniform(-1...1)
      let (sum, product) = (DoubleDouble.sum(a, b), DoubleDouble.product(a, b))
      let near = DoubleDouble.sum(a, c)
      #expect(Dyadic(sum) == Dyadic(a) + Dyadic(b), "\(a) + \(b) gave \(sum), seed \(seed)")
      #expect(Dyadic(near) == Dyadic(a) + Dyadic(c), "\(a) + \(c) gave \(near), seed \(seed)")
      #expect(Dyadic(product) == Dyadic(a) * Dyadic(b), "\(a) × \(b) gave \(product), seed \(seed)")
    }
  }

  @Test("+ − × ÷ are right to 2^−102", arguments: [1, 2, 3] as [UInt64])
  func arithmetic(seed: UInt64) {
    var draw = Draw(seed: seed)
    for _ in 0..<400 * thoroughness {
      let a = draw.precise(exponents: -200...200)
      let exponent = Int(a.high.exponent)
      let near = draw.isHeads()
      let b = draw.precise(exponents: near ? exponent - 3...exponent + 3 : -200...200)
      let (p, q) = (Dyadic(a), Dyadic(b))
      let results: [(String, DoubleDouble, exact: Dyadic, divisor: Dyadic)] = [
        ("+", a + b, p + q, Dyadic(1)), ("−", a - b, p - q, Dyadic(1)),
        ("×", a * b, p * q, Dyadic(1)), ("÷", a / b, p, q),
      ]
      for (sign, result, exact, divisor) in results {
        let error = Dyadic.ratio(
          (Dyadic(result) * divisor - exact).magnitude, exact.magnitude)
        #expect(
          error <= 0x1p-102, "\(a) \(sign) \(b) gave \(result), off by \(error), seed \(seed)")
        let isNormalised = result.high + result.low == result.high
        #expect(isNormalised, "\(a) \(sign) \(b) gave \(result), two numbers that overlap")
      }
    }
  }

  @Test("sums that cancel leave what is right: (a + b) − a = b to 2^−102 of a")
  func cancellation() {
    var draw = Draw(seed: 4)
    for _ in 0..<300 * thoroughness {
      let (a, b) = (draw.precise(exponents: -5...5), draw.precise(exponents: -60...5))
      let error = (Dyadic((a + b) - a) - Dyadic(b)).magnitude
      let scale = Dyadic(a).magnitude + Dyadic(b).magnitude
      #expect(Dyadic.ratio(error, scale) <= 0x1p-102, "a = \(a), b = \(b), seed 4")
    }
  }

  /// In the normal numbers' lowest part nothing is left for the low half: there the result is right
  /// to the smallest number.
  @Test("functions agree with 40 digits to 1e−29", arguments: Elementary.all)
  func functions(_ function: Elementary) throws {
    for (x, value) in try function.table() {
      let y = function.precise(DoubleDouble(x))
      let isTiny = y.high.magnitude < 0x1p-960
      let error = value.relativeError(of: Dyadic(y))
      #expect(
        error <= 1e-29 || isTiny && value.isWithin(.leastNonzeroMagnitude, of: Dyadic(y)),
        "\(function.name)(\(x)) gave \(y), is \(value): off by \(error)")
    }
  }

  @Test("exp and log, expm1 and log1p undo each other to 30 digits", arguments: [5, 6] as [UInt64])
  func inverses(seed: UInt64) {
    var draw = Draw(seed: seed)
    for _ in 0..<100 * thoroughness {
      let x = draw.precise(exponents: -40...8)
      let back = DoubleDouble.log(.exp(x))
      // e^x has an error of 10^−30 relatively, so its logarithm has that absolutely.
      let error = (back - x).magnitude.real
      #expect(error <= 4e-30 * (1 + x.real.magnitude), "log(exp(\(x))) = \(back), seed \(seed)")
      let small = draw.precise(exponents: -40 ... -2)
      let again = DoubleDouble.expMinusOne(.logOnePlus(small))
      let relative = ((again - small) / small).magnitude.real
      #expect(relative <= 1e-29, "expm1(log1p(\(small))) = \(again), seed \(seed)")
    }
  }

  @Test("exp(a + b) = exp(a) exp(b), tanh(−x) = −tanh(x)", arguments: [7, 8] as [UInt64])
  func laws(seed: UInt64) {
    var draw = Draw(seed: seed)
    for _ in 0..<100 * thoroughness {
      let (a, b) = (draw.precise(exponents: -10...5), draw.precise(exponents: -10...5))
      let (left, right) = (DoubleDouble.exp(a + b), DoubleDouble.exp(a) * .exp(b))
      let error = ((left - right) / right).magnitude.real
      #expect(error <= 1e-29, "exp(\(a) + \(b)): \(left) and \(right), seed \(seed)")
      #expect(DoubleDouble.tanh(-a) == -DoubleDouble.tanh(a), "a = \(a), seed \(seed)")
    }
  }

  @Test("what is not finite is what it is for Double", arguments: Elementary.all)
  func nonFinite(_ function: Elementary) {
    for x in [Double.infinity, -.infinity, .nan, 0, -0.0, -1, -2, 710, -746, 1e308] {
      let (left, right) = (function.precise(DoubleDouble(x)).real, function.double(x))
      if right.isNaN || right.isInfinite || right == 0 {
        #expect(
          left == right || left.isNaN && right.isNaN, "\(function.name)(\(x)): \(left), \(right)")
      } else {
        #expect(
          (left - right).magnitude <= 4 * right.ulp, "\(function.name)(\(x)): \(left), \(right)")
      }
    }
  }

  @Test("+ − × ÷ with 0, ∞ and NaN are what they are for Double")
  func nonFiniteArithmetic() {
    let operations:
      [(String, (DoubleDouble, DoubleDouble) -> DoubleDouble, (Double, Double) -> Double)] =
        [
          ("+", { $0 + $1 }, +), ("−", { $0 - $1 }, -), ("×", { $0 * $1 }, *),
          ("÷", { $0 / $1 }, /),
        ]
    let numbers = [0, 1, -3, .infinity, -.infinity, .nan, 1e308, 1e-300]
    for (sign, precise, double) in operations {
      for (a, b) in numbers.flatMap({ a in numbers.map { (a, $0) } }) {
        let left = precise(DoubleDouble(a), DoubleDouble(b)).real
        let right = double(a, b)
        #expect(left == right || left.isNaN && right.isNaN, "\(a) \(sign) \(b): \(left), \(right)")
      }
    }
  }
}
