// exp, log and tanh to about 30 digits.

extension DoubleDouble {
  /// log 2 in three parts (53 bits each): k log 2 is then right for every exponent k of a `Double`.
  @usableFromInline static let log2High = 0x1.62e42fefa39efp-1
  @usableFromInline static let log2Middle = 0x1.abc9e3b39803fp-56
  @usableFromInline static let log2Low = 0x1.7b57a079a1934p-111

  /// 1/n! for n = 1 … 18.
  @usableFromInline static let inverseFactorials: [DoubleDouble] = {
    var result = [DoubleDouble(1)]
    for n in 2...18 { result.append(result[n - 2] / DoubleDouble(Double(n))) }
    return result
  }()

  /// e^x = 2^k e^r with |r| ≤ ½ log 2.
  public static func exp(_ x: DoubleDouble) -> DoubleDouble {
    if x.high.isNaN { return x }
    if x.high > 709.8 { return DoubleDouble(.infinity) }
    if x.high < -745.2 { return DoubleDouble(0) }
    let k = (x.high / log2High).rounded()
    let r = x - product(k, log2High) - product(k, log2Middle) - DoubleDouble(k * log2Low)
    return (expMinusOneNearZero(r) + DoubleDouble(1)).scaled(byPowerOf2: Int(k))
  }

  public static func expMinusOne(_ x: DoubleDouble) -> DoubleDouble {
    x.high.magnitude < 0.35 ? expMinusOneNearZero(x) : exp(x) - DoubleDouble(1)
  }

  /// Taylor's series at x/64, then (1 + e)² − 1 = e (e + 2) six times; relatively accurate at 0.
  static func expMinusOneNearZero(_ x: DoubleDouble) -> DoubleDouble {
    if x.high == 0 { return x }
    let r = x.scaled(byPowerOf2: -6)
    var sum = inverseFactorials[13]
    for n in stride(from: 12, through: 0, by: -1) { sum = inverseFactorials[n] + r * sum }
    var e = r * sum
    for _ in 0..<6 { e = e * (e + DoubleDouble(2)) }
    return e
  }

  /// log x = k log 2 + log m with √½ ≤ m < √2.
  public static func log(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > 0, x.high.isFinite else { return DoubleDouble(Double.log(x.high)) }
    var k = Int(x.high.exponent)
    var m = x.scaled(byPowerOf2: -k)
    if m.high > 1.4142135623730951 {
      k += 1
      m = m.scaled(byPowerOf2: -1)
    }
    let logM = logOnePlus(m - DoubleDouble(1))
    if k == 0 { return logM }
    let n = Double(k)
    return logM + product(n, log2High) + product(n, log2Middle) + DoubleDouble(n * log2Low)
  }

  /// Newton's step for e^y − 1 = x from the `Double` value: the error squares to about 10^−32.
  public static func logOnePlus(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > -1, x.high.isFinite else {
      return x.high == -1 && x.low > 0
        ? log(DoubleDouble(x.low)) : DoubleDouble(Double.logOnePlus(x.high))
    }
    if x.high == 0 { return x }
    if x.high > 1 || x.high < -0.5 { return log(x + DoubleDouble(1)) }
    let y = DoubleDouble(Double.logOnePlus(x.high))
    let e = expMinusOne(y)
    return y - (e - x) / (e + DoubleDouble(1))
  }

  /// t / (t + 2) with t = e^2x − 1; ±1 from |x| = 40 on, where 1 − tanh x < 4·10^−35.
  public static func tanh(_ x: DoubleDouble) -> DoubleDouble {
    if x.high.isNaN || x.high == 0 { return x }
    if x.high.magnitude > 40 { return DoubleDouble(x.high < 0 ? -1 : 1) }
    let t = expMinusOne(x.magnitude + x.magnitude)
    let y = t / (t + DoubleDouble(2))
    return x.high < 0 ? -y : y
  }
}
