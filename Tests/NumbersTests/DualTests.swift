// Dual numbers: derivatives of functions whose derivatives are known.

import Numbers
import Testing

/// A function and its first two derivatives as they are found in tables, over any number.
protocol KnownDerivative: Sendable {
  static func value<S: Scalar>(_ x: S) -> S
  static func first<S: Scalar>(_ x: S) -> S
  static func second<S: Scalar>(_ x: S) -> S
}

/// x^(9/2), the example of Squire and Trapp (1998).
private enum SquireTrapp: KnownDerivative {
  static func power<S: Scalar>(_ x: S, _ exponent: Double) -> S { .exp(S(exponent) * .log(x)) }
  static func value<S: Scalar>(_ x: S) -> S { power(x, 4.5) }
  static func first<S: Scalar>(_ x: S) -> S { S(4.5) * power(x, 3.5) }
  static func second<S: Scalar>(_ x: S) -> S { S(15.75) * power(x, 2.5) }
}

/// x^−3.
private enum Reciprocal: KnownDerivative {
  static func value<S: Scalar>(_ x: S) -> S { .power(x, -3) }
  static func first<S: Scalar>(_ x: S) -> S { S(-3) / S.power(x, 4) }
  static func second<S: Scalar>(_ x: S) -> S { S(12) / S.power(x, 5) }
}

/// x / (1 + x²).
private enum Rational: KnownDerivative {
  static func value<S: Scalar>(_ x: S) -> S { x / (.one + x * x) }
  static func first<S: Scalar>(_ x: S) -> S {
    (.one - x * x) / .power(.one + x * x, 2)
  }
  static func second<S: Scalar>(_ x: S) -> S {
    S(2) * x * (x * x - S(3)) / .power(.one + x * x, 3)
  }
}

/// e^(−x²/2).
private enum Bell: KnownDerivative {
  static func value<S: Scalar>(_ x: S) -> S { .exp(-(x * x / S(2))) }
  static func first<S: Scalar>(_ x: S) -> S { -x * value(x) }
  static func second<S: Scalar>(_ x: S) -> S { (x * x - .one) * value(x) }
}

/// log(1 + x⁴) by `logOnePlus`.
private enum LogOnePlusPower: KnownDerivative {
  static func value<S: Scalar>(_ x: S) -> S { .logOnePlus(.power(x, 4)) }
  static func first<S: Scalar>(_ x: S) -> S { S(4) * .power(x, 3) / (.one + .power(x, 4)) }
  static func second<S: Scalar>(_ x: S) -> S {
    S(4) * x * x * (S(3) - .power(x, 4)) / .power(.one + .power(x, 4), 2)
  }
}

/// tanh x; 1 − tanh² x is 1 / cosh² x.
private enum Tangent: KnownDerivative {
  static func slope<S: Scalar>(_ x: S) -> S { S(4) / .power(.exp(x) + .exp(-x), 2) }
  static func value<S: Scalar>(_ x: S) -> S { .tanh(x) }
  static func first<S: Scalar>(_ x: S) -> S { slope(x) }
  static func second<S: Scalar>(_ x: S) -> S { S(-2) * .tanh(x) * slope(x) }
}

/// (e^x − 1)².
private enum ExpMinusOneSquared: KnownDerivative {
  static func value<S: Scalar>(_ x: S) -> S { .power(.expMinusOne(x), 2) }
  static func first<S: Scalar>(_ x: S) -> S { S(2) * .expMinusOne(x) * .exp(x) }
  static func second<S: Scalar>(_ x: S) -> S { S(2) * .exp(x) * (S(2) * .exp(x) - .one) }
}

@Suite("Dual numbers")
struct DualTests {
  static let known: [any KnownDerivative.Type] = [
    SquireTrapp.self, Reciprocal.self, Rational.self, Bell.self, LogOnePlusPower.self, Tangent.self,
    ExpMinusOneSquared.self,
  ]
  static let arguments = [0.03, 0.4, 0.9, 1.5, 2.75, 6.5]

  @Test("f(x + ε) = f(x) + f′(x) ε", arguments: known, arguments)
  func first(function: any KnownDerivative.Type, x: Double) { checkFirst(function, x) }

  private func checkFirst<F: KnownDerivative>(_ function: F.Type, _ x: Double) {
    let reference = F.first(DoubleDouble(x))
    let precise = F.value(Dual<DoubleDouble>.variable(DoubleDouble(x)))
    let value = F.value(DoubleDouble(x))
    #expect(precise.value == value, "\(F.self)(\(x)): \(precise.value), \(value)")
    let error = ((precise.derivative - reference) / reference).magnitude.real
    #expect(error <= 1e-28, "\(F.self)′(\(x)): \(precise.derivative), \(reference)")
    // Values cancel at most a hundredfold here, at (1 − x²) and (x² − 3).
    let plain = F.value(Dual<Double>.variable(x)).derivative
    let off = (plain - reference.real).magnitude / reference.real.magnitude
    #expect(off <= 200 * 0x1p-52, "\(F.self)′(\(x)): \(plain), \(reference.real)")
  }

  @Test("f(x + ε₁ + ε₂) has f″(x) at ε₁ε₂", arguments: known, arguments)
  func second(function: any KnownDerivative.Type, x: Double) { checkSecond(function, x) }

  private func checkSecond<F: KnownDerivative>(_ function: F.Type, _ x: Double) {
    typealias Inner = Dual<DoubleDouble>
    let variable = Dual<Inner>.variable(.variable(DoubleDouble(x)))
    let result = F.value(variable)
    let reference = F.second(DoubleDouble(x))
    let scale = F.first(DoubleDouble(x)).magnitude.real + reference.magnitude.real
    let error = (result.derivative.derivative - reference).magnitude.real
    #expect(
      error <= 1e-27 * scale, "\(F.self)″(\(x)): \(result.derivative.derivative), \(reference)")
    let (one, other) = (result.value.derivative, result.derivative.value)
    #expect((one - other).magnitude.real <= 1e-28 * scale, "\(F.self)′(\(x)): \(one), \(other)")
  }

  @Test("published digits: d/dx x^(9/2) at 1.5 is 18.6008127342597587")
  func published() {
    let derivative = SquireTrapp.value(Dual<DoubleDouble>.variable(DoubleDouble(1.5))).derivative
    let error = Decimal40("18.6008127342597587").relativeError(of: Dyadic(derivative))
    #expect(error <= 3e-18, "\(derivative)")
  }

  @Test("d/dx of a function and of its inverse after it is 1", arguments: arguments)
  func inverses(x: Double) {
    let ε = Dual<DoubleDouble>.variable(DoubleDouble(x))
    let identities: [(String, Dual<DoubleDouble>)] = [
      ("log exp", .log(.exp(ε))), ("exp log", .exp(.log(ε))),
      ("log1p expm1", .logOnePlus(.expMinusOne(ε))), ("expm1 log1p", .expMinusOne(.logOnePlus(ε))),
      ("(x x) / x", ε * ε / ε), ("1 / (1 / x)", .one / (.one / ε)), ("(x + x) − x", ε + ε - ε),
    ]
    for (name, result) in identities {
      let error = (result.derivative - .one).magnitude.real
      #expect(error <= 1e-28, "\(name) at \(x): \(result.derivative)")
    }
  }

  @Test("the slope of tanh is not lost where tanh is ±1", arguments: [20.0, -25, 38.5, 300, -350])
  func saturated(x: Double) {
    let slope = Dual<Double>.tanh(.variable(x)).derivative
    // 4 q with q = e^−2|x|, and 1 + q is 1.
    let reference = (DoubleDouble(4) * .exp(DoubleDouble(-2 * x.magnitude))).real
    let exact = reference / (1 + 2 * Double.exp(-2 * x.magnitude))
    #expect((slope - exact).magnitude <= 4 * exact.ulp, "tanh′(\(x)) = \(slope), is \(exact)")
  }

  @Test("every elementary function has its textbook derivative", arguments: Elementary.all)
  func elementary(_ function: Elementary) {
    for x in [0.3, 1.25, 4] as [Double] {
      let variable = DoubleDouble(x)
      let dual = function.preciseDual(.variable(variable)).derivative
      let slope: DoubleDouble =
        switch function.name {
        case "exp", "expm1": .exp(variable)
        case "log": .one / variable
        case "log1p": .one / (.one + variable)
        default: .one - .tanh(variable) * .tanh(variable)
        }
      // 1 − tanh² cancels a thousandfold at x = 4.
      let error = ((dual - slope) / slope).magnitude.real
      #expect(error <= 1e-26, "\(function.name)′(\(x)): \(dual), \(slope)")
    }
  }
}
