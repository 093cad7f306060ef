// Running error analysis: a value together with a bound on the rounding error of computing it.
//
// Source: J. H. Wilkinson (1986); N. J. Higham, Accuracy and Stability of Numerical Algorithms,
// 2nd ed., §3.3. First order: products of errors are left out.

/// A `Double` and a bound on its distance from what exact arithmetic gives.
///
/// Each operation passes on the errors of its operands and adds the size of its own rounding. That of
/// + − × ÷ is computed, not estimated: it is a `Double` itself (Dekker, Knuth). That of exp, log and
/// the others is two units in the last place, which is more than mathematical libraries and the
/// kernels have (glibc's tanh: 2½).
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

  /// Half a unit in the last place of a number: the most that rounding to it can have cost.
  @inlinable
  public static func halfUnit(_ value: Double) -> Double {
    // The power of two below the value; the subnormal numbers have the last bit of the smallest.
    let power = Double(bitPattern: value.bitPattern & 0x7ff0_0000_0000_0000)
    return power * unitRoundoff + (power < 0x1p-960 ? .leastNonzeroMagnitude : 0)
  }
}

extension Bounded {
  @inlinable
  public static func + (a: Bounded, b: Bounded) -> Bounded {
    let s = DoubleDouble.sum(a.value, b.value)
    return Bounded(s.high, error: a.error + b.error + s.low.magnitude)
  }

  @inlinable public static func - (a: Bounded, b: Bounded) -> Bounded { a + (-b) }

  @inlinable
  public static func * (a: Bounded, b: Bounded) -> Bounded {
    let p = a.value * b.value
    let own = (-p).addingProduct(a.value, b.value).magnitude
    // The product of the errors counts where a value is 0 and only its error is left.
    let passedOn =
      a.value.magnitude * b.error + b.value.magnitude * a.error + a.error * b.error
    let isTiny = p.magnitude < 0x1p-960 && a.value != 0 && b.value != 0
    return Bounded(p, error: passedOn + own + (isTiny ? .leastNonzeroMagnitude : 0))
  }

  @inlinable
  public static func / (a: Bounded, b: Bounded) -> Bounded {
    let q = a.value / b.value
    // The remainder of a tiny a is below the smallest number, or is rounded to it.
    let lost = a.value.magnitude < 0x1p-960 && a.value != 0 ? Double.leastNonzeroMagnitude : 0
    let own = a.value.addingProduct(-q, b.value).magnitude + lost
    let passedOn = a.error + q.magnitude * b.error
    let isTiny = q.magnitude < 0x1p-960 && a.value != 0
    return Bounded(
      q, error: (passedOn + own) / b.value.magnitude + (isTiny ? .leastNonzeroMagnitude : 0))
  }

  @inlinable
  public static prefix func - (a: Bounded) -> Bounded { Bounded(-a.value, error: a.error) }

  @inlinable
  public static func exp(_ x: Bounded) -> Bounded { exp(x, computed: .exp(x.value)) }

  @inlinable
  public static func log(_ x: Bounded) -> Bounded { log(x, computed: .log(x.value)) }

  @inlinable
  public static func expMinusOne(_ x: Bounded) -> Bounded {
    expMinusOne(x, computed: .expMinusOne(x.value))
  }

  @inlinable
  public static func logOnePlus(_ x: Bounded) -> Bounded {
    logOnePlus(x, computed: .logOnePlus(x.value))
  }

  @inlinable
  public static func tanh(_ x: Bounded) -> Bounded { tanh(x, computed: .tanh(x.value)) }
}

// MARK: - Functions whose value somebody has computed, with an error of at most two units

extension Bounded {
  /// Two units in the last place of a number or of one next to it: near a power of two, the exact
  /// value can have the larger units.
  @inlinable
  public static func twoUnits(_ value: Double) -> Double { 4 * halfUnit(value * (1 + 0x1p-50)) }

  @inlinable
  public static func exp(_ x: Bounded, computed e: Double) -> Bounded {
    let own = x.value == 0 ? 0 : twoUnits(e)
    return Bounded(e, error: (e == 0 ? 0 : e * x.error) + own)
  }

  @inlinable
  public static func log(_ x: Bounded, computed l: Double) -> Bounded {
    Bounded(l, error: x.error / x.value.magnitude + twoUnits(l))
  }

  @inlinable
  public static func expMinusOne(_ x: Bounded, computed e: Double) -> Bounded {
    let own = x.value == 0 ? 0 : twoUnits(e)
    return Bounded(e, error: (e + 1) * x.error + own)
  }

  @inlinable
  public static func logOnePlus(_ x: Bounded, computed l: Double) -> Bounded {
    let own = x.value == 0 ? 0 : twoUnits(l)
    return Bounded(l, error: x.error / (1 + x.value).magnitude + own)
  }

  @inlinable
  public static func tanh(_ x: Bounded, computed t: Double) -> Bounded {
    let q = Double.exp(-2 * x.value.magnitude)
    let own = x.value == 0 ? 0 : 1.25 * twoUnits(t)
    return Bounded(t, error: 4 * q / ((1 + q) * (1 + q)) * x.error + own)
  }
}
