// What a formula needs of the numbers that it is evaluated over.

/// A number that every formula of the package can be evaluated over.
///
/// A formula is written once; the number type decides what comes out of it:
///
/// | type | what the same formula then gives |
/// |---|---|
/// | `Double`, `Float` | its value |
/// | `Dual` | its value and its derivative (forward mode, no formula g′ involved) |
/// | `Complex` | the complex step: Im f(θ + ih) / h |
/// | `DoubleDouble` | its value to about 30 digits |
/// | `Bounded` | its value and a bound on the rounding error of computing it |
///
/// The protocol offers no order. What branches (max, a bracket) branches on `real`, so that a dual
/// or a complex number takes the same side as its real part.
public protocol Scalar: Sendable {
  /// The number nearest to `value` (equal to it, but for `Float`).
  init(_ value: Double)

  /// The real part, rounded to `Double`: what decides the side of a max or of a bracket.
  var real: Double { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self

  /// e^x.
  static func exp(_ x: Self) -> Self
  /// The natural logarithm; −∞ at 0, NaN below.
  static func log(_ x: Self) -> Self
  /// e^x − 1, accurate where x is small.
  static func expMinusOne(_ x: Self) -> Self
  /// log(1 + x), accurate where x is small.
  static func logOnePlus(_ x: Self) -> Self
  /// (e^x − e^−x) / (e^x + e^−x).
  static func tanh(_ x: Self) -> Self
}

extension Scalar {
  @inlinable public static var zero: Self { Self(0) }
  @inlinable public static var one: Self { Self(1) }

  /// x^n by repeated squaring; 1 for n = 0, whatever x.
  @inlinable
  public static func power(_ x: Self, _ n: Int) -> Self {
    if n < 0 { return .one / power(x, -n) }
    if n == 2 { return x * x }
    var result = Self.one
    var square = x
    var rest = n
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
