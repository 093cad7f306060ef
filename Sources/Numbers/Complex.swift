// Complex numbers, for the complex step.

/// a + bi over `Double`, with what the complex step needs: Im f(θ + ih) / h has no cancellation,
/// so h may be as small as 2^−200 and the derivative is right to the last bits (Squire & Trapp,
/// SIAM Review 40, 1998).
@frozen
public struct Complex: Scalar, Equatable {
  public var real: Double
  public var imaginary: Double

  @inlinable
  public init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  @inlinable public init(_ value: Double) { self.init(value, 0) }
}

extension Complex {
  @inlinable
  public static func + (a: Complex, b: Complex) -> Complex {
    Complex(a.real + b.real, a.imaginary + b.imaginary)
  }

  @inlinable
  public static func - (a: Complex, b: Complex) -> Complex {
    Complex(a.real - b.real, a.imaginary - b.imaginary)
  }

  @inlinable
  public static func * (a: Complex, b: Complex) -> Complex {
    Complex(
      a.real * b.real - a.imaginary * b.imaginary,
      a.real * b.imaginary + a.imaginary * b.real)
  }

  /// Smith's quotient: scaled by the larger part of b, so that |b|² can neither overflow nor vanish.
  @inlinable
  public static func / (a: Complex, b: Complex) -> Complex {
    if b.imaginary == 0 { return Complex(a.real / b.real, a.imaginary / b.real) }
    if b.real.magnitude >= b.imaginary.magnitude {
      let r = b.imaginary / b.real
      let d = b.real + b.imaginary * r
      return Complex((a.real + a.imaginary * r) / d, (a.imaginary - a.real * r) / d)
    }
    let r = b.real / b.imaginary
    let d = b.real * r + b.imaginary
    return Complex((a.real * r + a.imaginary) / d, (a.imaginary * r - a.real) / d)
  }

  @inlinable public static prefix func - (a: Complex) -> Complex {
    Complex(-a.real, -a.imaginary)
  }

  /// e^a (cos b + i sin b).
  @inlinable
  public static func exp(_ x: Complex) -> Complex {
    let e = Double.exp(x.real)
    if e == 0 { return Complex(0, 0) }
    return Complex(e * Double.cosine(x.imaginary), e * Double.sine(x.imaginary))
  }

  @inlinable
  public static func log(_ x: Complex) -> Complex {
    Complex(
      Double.log(x.imaginary == 0 ? x.real.magnitude : Double.hypotenuse(x.real, x.imaginary)),
      Double.angle(y: x.imaginary, x: x.real))
  }

  /// e^a cos b − 1 = (e^a − 1) cos b − 2 sin²(b/2).
  @inlinable
  public static func expMinusOne(_ x: Complex) -> Complex {
    let s = Double.sine(x.imaginary / 2)
    return Complex(
      Double.expMinusOne(x.real) * Double.cosine(x.imaginary) - 2 * s * s,
      Double.exp(x.real) * Double.sine(x.imaginary))
  }

  /// |1 + x|² − 1 = 2a + a² + b²; for a < −½, where this cancels, 1 + a is exact.
  @inlinable
  public static func logOnePlus(_ x: Complex) -> Complex {
    let a = x.real
    let b = x.imaginary
    let modulus =
      b == 0 || a > -0.5 && b.magnitude < 1e-30
      ? Double.logOnePlus(a)
      : a < -0.5
        ? Double.log(Double.hypotenuse(1 + a, b)) : Double.logOnePlus(2 * a + a * a + b * b) / 2
    return Complex(modulus, Double.angle(y: b, x: 1 + a))
  }

  /// With t = tanh a, T = tan b: (t + iT) / (1 + itT), whose imaginary part is T (1 − t²) / (1 + t²T²).
  @inlinable
  public static func tanh(_ x: Complex) -> Complex {
    let t = Double.tanh(x.real)
    let tangent = Double.sine(x.imaginary) / Double.cosine(x.imaginary)
    let q = Double.exp(-2 * x.real.magnitude)
    let slope = 4 * q / ((1 + q) * (1 + q))  // 1 − t² without its cancellation
    let d = 1 + t * t * tangent * tangent
    return Complex(t * (1 + tangent * tangent) / d, tangent * slope / d)
  }
}
