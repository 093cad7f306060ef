// Running error analysis: a value together with a bound on the rounding error of computing it.
//
// Source: J. H. Wilkinson (1986); N. J. Higham, Accuracy and Stability of Numerical Algorithms,
// 2nd ed., §3.3. First order: products of errors are left out.

/// A `Double` and a first-order bound on its distance from what exact arithmetic gives.
///
/// Each operation passes on the errors of its operands and adds its own rounding: ½ ulp, relatively
/// u = 2^−53, for + − × ÷; what mathematical libraries state for the rest (1 ulp for exp and log,
/// 2 for e^x − 1 and log(1 + x), 3 for tanh).
@frozen
public struct Bounded: Scalar {
  public var value: Double
  /// A bound on |value − exact|, ≥ 0.
  public var error: Double

  @inlinable
  public init(_ value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  @inlinable public init(_ value: Double) { self.init(value, error: 0) }

  @inlinable public var real: Double { value }

  /// u = 2^−53, half the distance from 1 to the next larger `Double`.
  @inlinable public static var unitRoundoff: Double { 0x1p-53 }

  /// What one rounding to `value` can have cost, in units of u |value|; the last bit of the
  /// subnormal numbers where these are all there is.
  @inlinable
  static func rounding(_ value: Double, _ units: Double = 1) -> Double {
    let magnitude = value.magnitude
    return magnitude * (units * unitRoundoff)
      + (magnitude < 0x1p-1000 ? .leastNonzeroMagnitude : 0)
  }
}

extension Bounded {
  /// A sum of subnormal numbers is exact, and so is a sum with 0.
  @inlinable
  public static func + (a: Bounded, b: Bounded) -> Bounded {
    let s = a.value + b.value
    let exact = a.value == 0 || b.value == 0
    return Bounded(s, error: a.error + b.error + (exact ? 0 : s.magnitude * unitRoundoff))
  }

  @inlinable public static func - (a: Bounded, b: Bounded) -> Bounded { a + (-b) }

  @inlinable
  public static func * (a: Bounded, b: Bounded) -> Bounded {
    let p = a.value * b.value
    let passedOn = a.value.magnitude * b.error + b.value.magnitude * a.error
    let exact = a.value == 0 || b.value == 0 || a.value.magnitude == 1 || b.value.magnitude == 1
    return Bounded(p, error: passedOn + (exact ? 0 : rounding(p)))
  }

  @inlinable
  public static func / (a: Bounded, b: Bounded) -> Bounded {
    let q = a.value / b.value
    let passedOn = (a.error + q.magnitude * b.error) / b.value.magnitude
    let exact = (a.value == 0 || b.value.magnitude == 1) && b.value != 0
    return Bounded(q, error: passedOn + (exact ? 0 : rounding(q)))
  }

  @inlinable
  public static prefix func - (a: Bounded) -> Bounded { Bounded(-a.value, error: a.error) }

  @inlinable
  public static func exp(_ x: Bounded) -> Bounded {
    let e = Double.exp(x.value)
    if x.value == 0 && x.error == 0 { return Bounded(1) }
    return Bounded(e, error: (e == 0 ? 0 : e * x.error) + rounding(e, 2))
  }

  @inlinable
  public static func log(_ x: Bounded) -> Bounded {
    let l = Double.log(x.value)
    return Bounded(l, error: x.error / x.value.magnitude + rounding(l, 2))
  }

  @inlinable
  public static func expMinusOne(_ x: Bounded) -> Bounded {
    let e = Double.expMinusOne(x.value)
    return Bounded(e, error: (e + 1) * x.error + rounding(e, 4))
  }

  @inlinable
  public static func logOnePlus(_ x: Bounded) -> Bounded {
    let l = Double.logOnePlus(x.value)
    return Bounded(l, error: x.error / (1 + x.value).magnitude + rounding(l, 4))
  }

  @inlinable
  public static func tanh(_ x: Bounded) -> Bounded {
    let t = Double.tanh(x.value)
    let q = Double.exp(-2 * x.value.magnitude)
    return Bounded(t, error: 4 * q / ((1 + q) * (1 + q)) * x.error + rounding(t, 6))
  }
}
