// Double-double arithmetic: about 30 digits, the reference for everybody's rounding error.
//
// Source of the algorithms: T. J. Dekker, Numerische Mathematik 18 (1971); Y. Hida, X. S. Li and
// D. H. Bailey, "Library for double-double and quad-double arithmetic" (2007).

/// The unevaluated sum high + low of two `Double`s, |low| ≤ ½ ulp(high): 106 bits.
///
/// Sums and products are right to about 2^−104, relatively, as long as no part of them leaves the
/// range of normal numbers; the exponent range is that of `Double`.
@frozen
public struct DoubleDouble: Scalar, Equatable {
  public var high: Double
  public var low: Double

  @inlinable
  public init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  @inlinable public init(_ value: Double) { self.init(high: value, low: 0) }

  @inlinable public var real: Double { high + low }

  /// a + b exactly, for any a and b (Knuth's two-sum).
  @inlinable
  public static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    guard s.isFinite else { return DoubleDouble(s) }
    let t = s - a
    return DoubleDouble(high: s, low: (a - (s - t)) + (b - t))
  }

  /// a + b exactly, for |a| ≥ |b| (Dekker's fast two-sum).
  @inlinable
  static func ordered(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    guard s.isFinite else { return DoubleDouble(s) }
    return DoubleDouble(high: s, low: b - (s - a))
  }

  /// a × b exactly, where the product's last bit is a number.
  @inlinable
  public static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    guard p.isFinite else { return DoubleDouble(p) }
    return DoubleDouble(high: p, low: (-p).addingProduct(a, b))
  }
}

extension DoubleDouble {
  @inlinable
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    var s = sum(a.high, b.high)
    guard s.high.isFinite else { return s }
    let t = sum(a.low, b.low)
    s = ordered(s.high, s.low + t.high)
    return ordered(s.high, s.low + t.low)
  }

  @inlinable public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + (-b) }

  @inlinable
  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    guard p.high.isFinite else { return p }
    return ordered(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  /// Long division in three digits of 53 bits.
  @inlinable
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let q1 = a.high / b.high
    guard q1.isFinite, b.high.isFinite else { return DoubleDouble(q1) }
    var r = a - b * DoubleDouble(q1)
    let q2 = r.high / b.high
    r = r - b * DoubleDouble(q2)
    let q3 = r.high / b.high
    return ordered(q1, q2) + DoubleDouble(q3)
  }

  @inlinable
  public static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  @inlinable public var magnitude: DoubleDouble {
    high < 0 || (high == 0 && low < 0) ? -self : self
  }

  /// Times 2^n, exactly unless the result is below the normal numbers.
  @inlinable
  func scaled(byPowerOf2 n: Int) -> DoubleDouble {
    // In two steps: 2^n itself need not be a number where the product is one.
    let half = n / 2
    let (p, q) = (
      Double(sign: .plus, exponent: half, significand: 1),
      Double(sign: .plus, exponent: n - half, significand: 1)
    )
    return DoubleDouble(high: high * p * q, low: low * p * q)
  }
}
