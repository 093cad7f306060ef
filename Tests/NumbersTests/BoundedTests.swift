// Running error bounds: never exceeded, by the platform's library or by + − × ÷.

import Numbers
import Testing

@Suite("Numbers with a bound on their rounding error")
struct BoundedTests {
  @Test("|value − f(x)| ≤ error, against 40 digits", arguments: Elementary.all)
  func table(_ function: Elementary) throws {
    for (x, value) in try function.table() {
      let y = function.bounded(Bounded(x))
      #expect(y.value == function.double(x), "\(function.name)(\(x))")
      #expect(
        value.isWithin(y.error, of: Dyadic(y.value)),
        "\(function.name)(\(x)) gave \(y.value) ± \(y.error), is \(value)")
      #expect(y.error <= function.halfUnits * Bounded.halfUnit(y.value * (1 + 0x1p-50)))
    }
  }

  /// The reference is double-double, right to 10^−29; results near the smallest number are scaled
  /// up, exactly, before they are compared: e^(x + 200 log 2) = 2^200 e^x.
  @Test("|value − f(x)| ≤ error, for random x", arguments: Elementary.all)
  func random(_ function: Elementary) {
    let seed: UInt64 = 11
    let shift = DoubleDouble(200) * .log(DoubleDouble(2))
    for x in function.arguments(1000 * thoroughness, seed: seed) {
      let y = function.bounded(Bounded(x))
      let isTiny = function.name == "exp" && x < -600
      let factor = isTiny ? 0x1p200 : 1
      let exact = function.precise(isTiny ? DoubleDouble(x) + shift : DoubleDouble(x))
      let error = (DoubleDouble(y.value * factor) - exact).magnitude.real
      #expect(
        error <= y.error * factor,
        """
        \(function.name)(\(x)) = \(y.value): error \(error / factor) > \(y.error), \
        \(error / factor / Bounded.halfUnit(y.value)) half units, seed \(seed)
        """)
    }
  }

  /// First order: the factor is room for the square of the argument's error.
  @Test("|f(x) − f(x̂)| ≤ error where x̂ is known to an error of its own", arguments: Elementary.all)
  func passedOn(_ function: Elementary) {
    let seed: UInt64 = 12
    var draw = Draw(seed: seed)
    for x in function.arguments(400 * thoroughness, seed: seed) where x.magnitude < 600 {
      let width = (function.name == "log1p" ? 1 + x : x).magnitude * draw.uniform(0...1e-9)
      let y = function.bounded(Bounded(x, error: width))
      for side in [-1, draw.uniform(-1...1), 1] {
        let moved = DoubleDouble(x) + DoubleDouble(side * width)
        let error = (DoubleDouble(y.value) - function.precise(moved)).magnitude.real
        #expect(
          error <= y.error * (1 + 1e-6),
          "\(function.name)(\(x) ± \(width)): error \(error) > \(y.error), seed \(seed)")
      }
    }
  }

  @Test("half a unit is half the distance to the next number; a whole one near the smallest")
  func halfUnit() {
    var draw = Draw(seed: 13)
    for _ in 0..<500 {
      let x = draw.number(exponents: -959...1022)
      #expect(Bounded.halfUnit(x) == x.magnitude.ulp / 2, "x = \(x), seed 13")
      let tiny = draw.number(exponents: -1070 ... -961)
      #expect(Bounded.halfUnit(tiny) >= tiny.magnitude.ulp / 2, "x = \(tiny), seed 13")
    }
    #expect(Bounded.halfUnit(0) == .leastNonzeroMagnitude)
  }

  /// Operands known exactly, or to an error: the exact result for any operands within their errors
  /// stays within the result's error. The factor is room for rounding the bounds themselves.
  @Test(
    "+ − × ÷: the error is never exceeded",
    arguments: [-20...20, -300...300, -500 ... -440, -600 ... -400, -1074 ... -1000])
  func arithmetic(exponents: ClosedRange<Int>) {
    let seed = UInt64(bitPattern: Int64(exponents.lowerBound))
    var draw = Draw(seed: seed)
    for _ in 0..<400 * thoroughness {
      let isExact = draw.isHeads()
      let (a, b) = (
        bounded(&draw, exponents, isExact), bounded(&draw, exponents, isExact || draw.isHeads())
      )
      let (p, q) = (truth(of: a, &draw), truth(of: b, &draw))
      let results: [(String, Bounded, exact: Dyadic, divisor: Dyadic)] = [
        ("+", a + b, p + q, Dyadic(1)), ("−", a - b, p - q, Dyadic(1)),
        ("×", a * b, p * q, Dyadic(1)), ("÷", a / b, p, q),
      ]
      for (sign, result, exact, divisor) in results where result.value.isFinite {
        let distance = (Dyadic(result.value) * divisor - exact).magnitude
        let bound = Dyadic(result.error) * divisor.magnitude * Dyadic(1 + 1e-6)
        #expect(
          distance <= bound,
          """
          \(a.value) ± \(a.error) \(sign) \(b.value) ± \(b.error) = \(result.value): off by \
          \(Dyadic.ratio(distance, bound)) times the bound \(result.error), seed \(seed)
          """)
      }
    }
  }

  @Test("+ − × ÷ that round nothing have no error")
  func exact() {
    let (a, b) = (Bounded(3), Bounded(0.375))
    for (result, value) in [(a + b, 3.375), (a - b, 2.625), (a * b, 1.125), (a / b, 8)] {
      #expect(result.value == value && result.error == 0, "\(result) for \(value)")
    }
    for function in Elementary.all where function.name != "log" {
      #expect(function.bounded(Bounded(0)).error == 0, "\(function.name)(0)")
    }
  }

  private func bounded(
    _ draw: inout Draw, _ exponents: ClosedRange<Int>, _ isExact: Bool
  ) -> Bounded {
    let value = draw.number(exponents: exponents)
    return Bounded(value, error: isExact ? 0 : value.magnitude * draw.uniform(0...1e-9))
  }

  /// A number that the bounded one may stand for.
  private func truth(of a: Bounded, _ draw: inout Draw) -> Dyadic {
    Dyadic(a.value) + Dyadic(a.error) * Dyadic(draw.uniform(-1...1))
  }
}
