// Dual numbers: forward-mode differentiation, an oracle that uses no formula g′ and no step.

/// a + bε with ε² = 0: a value and its derivative along one direction.
///
///     f(x + ε) = f(x) + f′(x) ε
///
/// `Base` may be any number: over `DoubleDouble` the derivative has about 30 digits, over another
/// `Dual` it is the second derivative.
@frozen
public struct Dual<Base: Scalar>: Scalar {
  public var value: Base
  public var derivative: Base

  @inlinable
  public init(_ value: Base, derivative: Base) {
    self.value = value
    self.derivative = derivative
  }

  @inlinable public init(_ value: Double) { self.init(Base(value), derivative: .zero) }

  /// The variable that is differentiated by: derivative 1.
  @inlinable public static func variable(_ value: Base) -> Dual { Dual(value, derivative: .one) }

  @inlinable public var real: Double { value.real }
}

extension Dual {
  @inlinable
  public static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, derivative: a.derivative + b.derivative)
  }

  @inlinable
  public static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, derivative: a.derivative - b.derivative)
  }

  @inlinable
  public static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, derivative: a.derivative * b.value + a.value * b.derivative)
  }

  @inlinable
  public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(quotient, derivative: (a.derivative - quotient * b.derivative) / b.value)
  }

  @inlinable
  public static prefix func - (a: Dual) -> Dual { Dual(-a.value, derivative: -a.derivative) }

  @inlinable
  public static func exp(_ x: Dual) -> Dual {
    let e = Base.exp(x.value)
    return Dual(e, derivative: e * x.derivative)
  }

  @inlinable
  public static func log(_ x: Dual) -> Dual {
    Dual(.log(x.value), derivative: x.derivative / x.value)
  }

  @inlinable
  public static func expMinusOne(_ x: Dual) -> Dual {
    Dual(.expMinusOne(x.value), derivative: .exp(x.value) * x.derivative)
  }

  @inlinable
  public static func logOnePlus(_ x: Dual) -> Dual {
    Dual(.logOnePlus(x.value), derivative: x.derivative / (.one + x.value))
  }

  /// tanh′ = 4q / (1 + q)² with q = e^(−2|x|); 1 − tanh² would be 0 from |x| = 20 on.
  @inlinable
  public static func tanh(_ x: Dual) -> Dual {
    let q = Base.exp(x.value.real < 0 ? x.value + x.value : -(x.value + x.value))
    let slope = Base(4) * q / ((.one + q) * (.one + q))
    return Dual(.tanh(x.value), derivative: slope * x.derivative)
  }
}
