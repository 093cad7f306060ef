// The value of exp, log and their like, over any number.

public import Numbers

extension ElementaryFunction {
  @inlinable
  public func value<S: Scalar>(_ x: S) -> S {
    switch self {
    case .exp: S.exp(x)
    case .log: S.log(x)
    case .expMinusOne: S.expMinusOne(x)
    case .logOnePlus: S.logOnePlus(x)
    case .tanh: S.tanh(x)
    }
  }
}
