// Double and Float as numbers that formulas are evaluated over: the only file that calls the
// platform's mathematical library.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Free functions, because inside `extension Double` the name `exp` means `Double.exp`.
@usableFromInline func libraryExp(_ x: Double) -> Double { exp(x) }
@usableFromInline func libraryExp(_ x: Float) -> Float { expf(x) }
@usableFromInline func libraryLog(_ x: Double) -> Double { log(x) }
@usableFromInline func libraryLog(_ x: Float) -> Float { logf(x) }
@usableFromInline func libraryExpMinusOne(_ x: Double) -> Double { expm1(x) }
@usableFromInline func libraryExpMinusOne(_ x: Float) -> Float { expm1f(x) }
@usableFromInline func libraryLogOnePlus(_ x: Double) -> Double { log1p(x) }
@usableFromInline func libraryLogOnePlus(_ x: Float) -> Float { log1pf(x) }
@usableFromInline func libraryTanh(_ x: Double) -> Double { tanh(x) }
@usableFromInline func libraryTanh(_ x: Float) -> Float { tanhf(x) }
@usableFromInline func librarySine(_ x: Double) -> Double { sin(x) }
@usableFromInline func libraryCosine(_ x: Double) -> Double { cos(x) }
@usableFromInline func libraryHypotenuse(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
@usableFromInline func libraryAngle(_ y: Double, _ x: Double) -> Double { atan2(y, x) }

extension Double: Scalar {
  @inlinable public var real: Double { self }
  @inlinable public static func exp(_ x: Double) -> Double { libraryExp(x) }
  @inlinable public static func log(_ x: Double) -> Double { libraryLog(x) }
  @inlinable public static func expMinusOne(_ x: Double) -> Double { libraryExpMinusOne(x) }
  @inlinable public static func logOnePlus(_ x: Double) -> Double { libraryLogOnePlus(x) }
  @inlinable public static func tanh(_ x: Double) -> Double { libraryTanh(x) }

  // What complex numbers are made of.
  @inlinable public static func sine(_ x: Double) -> Double { librarySine(x) }
  @inlinable public static func cosine(_ x: Double) -> Double { libraryCosine(x) }
  /// √(x² + y²) without overflow.
  @inlinable
  public static func hypotenuse(_ x: Double, _ y: Double) -> Double { libraryHypotenuse(x, y) }
  /// The angle of the point (x, y), in radians, −π … π.
  @inlinable
  public static func angle(y: Double, x: Double) -> Double { libraryAngle(y, x) }
}

extension Float: Scalar {
  @inlinable public var real: Double { Double(self) }
  @inlinable public static func exp(_ x: Float) -> Float { libraryExp(x) }
  @inlinable public static func log(_ x: Float) -> Float { libraryLog(x) }
  @inlinable public static func expMinusOne(_ x: Float) -> Float { libraryExpMinusOne(x) }
  @inlinable public static func logOnePlus(_ x: Float) -> Float { libraryLogOnePlus(x) }
  @inlinable public static func tanh(_ x: Float) -> Float { libraryTanh(x) }
}
