// Exact arithmetic on whole numbers times powers of two: what floating-point results are held against.

import Numbers

/// A whole number times a power of two. Every finite `Double` is one, and so are their sums and
/// products: nothing is ever rounded.
struct Dyadic: Sendable {
  private(set) var isNegative: Bool
  /// The digits of the whole number to base 2^32, the lowest first, the highest not 0.
  private(set) var digits: [UInt32]
  private(set) var exponent: Int

  private init(isNegative: Bool, digits: [UInt32], exponent: Int) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = exponent
  }

  init(whole: UInt64) {
    self.init(
      isNegative: false, digits: [UInt32(truncatingIfNeeded: whole), UInt32(whole >> 32)],
      exponent: 0)
  }

  init(_ x: Double) {
    precondition(x.isFinite, "\(x) is no number")
    let isNormal = x.exponentBitPattern > 0
    let significand = x.significandBitPattern + (isNormal ? 1 << 52 : 0)
    self.init(
      isNegative: x < 0,
      digits: [UInt32(truncatingIfNeeded: significand), UInt32(significand >> 32)],
      exponent: Int(x.exponentBitPattern) - (isNormal ? 1 : 0) - 1074)
  }

  init(_ x: DoubleDouble) { self = Dyadic(x.high) + Dyadic(x.low) }

  var isZero: Bool { digits.isEmpty }
  var magnitude: Dyadic { Dyadic(isNegative: false, digits: digits, exponent: exponent) }
}

// MARK: - Arithmetic

extension Dyadic {
  static prefix func - (a: Dyadic) -> Dyadic {
    Dyadic(isNegative: !a.isNegative, digits: a.digits, exponent: a.exponent)
  }

  static func - (a: Dyadic, b: Dyadic) -> Dyadic { a + (-b) }

  static func + (a: Dyadic, b: Dyadic) -> Dyadic {
    if a.isZero { return b }
    if b.isZero { return a }
    let exponent = min(a.exponent, b.exponent)
    let (p, q) = (a.shifted(to: exponent), b.shifted(to: exponent))
    if a.isNegative == b.isNegative {
      return Dyadic(isNegative: a.isNegative, digits: added(p, q), exponent: exponent)
    }
    let isLess = precedes(p, q)
    return Dyadic(
      isNegative: isLess ? b.isNegative : a.isNegative,
      digits: isLess ? subtracted(q, p) : subtracted(p, q), exponent: exponent)
  }

  static func * (a: Dyadic, b: Dyadic) -> Dyadic {
    var result = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        carry += UInt64(x) * UInt64(y) + UInt64(result[i + j])
        result[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      result[i + b.digits.count] = UInt32(carry)
    }
    return Dyadic(
      isNegative: a.isNegative != b.isNegative, digits: result, exponent: a.exponent + b.exponent)
  }

  static func <= (a: Dyadic, b: Dyadic) -> Bool { !(b - a).isNegative }
  static func == (a: Dyadic, b: Dyadic) -> Bool { (a - b).isZero }

  static func power(of10 n: Int) -> Dyadic {
    (0..<n).reduce(Dyadic(whole: 1)) { power, _ in power * Dyadic(whole: 10) }
  }

  /// a / b to about nine digits, for messages and for relative errors.
  static func ratio(_ a: Dyadic, _ b: Dyadic) -> Double {
    if a.isZero { return 0 }
    let (p, q) = (a.leading, b.leading)
    return p.digits / q.digits
      * Double(sign: .plus, exponent: p.exponent - q.exponent, significand: 1)
  }

  /// The highest digits, times a power of two.
  private var leading: (digits: Double, exponent: Int) {
    let top = digits.suffix(2)
    let value = top.reversed().reduce(0.0) { $0 * 0x1p32 + Double($1) }
    return (value, exponent + 32 * (digits.count - top.count))
  }

  private func shifted(to other: Int) -> [UInt32] {
    let (whole, bits) = (exponent - other).quotientAndRemainder(dividingBy: 32)
    var result = [UInt32](repeating: 0, count: whole)
    var carry: UInt64 = 0
    for digit in digits {
      carry |= UInt64(digit) << UInt64(bits)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return result + [UInt32(carry)]
  }
}

private func added(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
  var carry: UInt64 = 0
  var result: [UInt32] = []
  for i in 0..<max(a.count, b.count) {
    carry += UInt64(i < a.count ? a[i] : 0) + UInt64(i < b.count ? b[i] : 0)
    result.append(UInt32(truncatingIfNeeded: carry))
    carry >>= 32
  }
  return result + [UInt32(carry)]
}

/// a − b for a ≥ b.
private func subtracted(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
  var borrow: Int64 = 0
  return a.indices.map { i in
    let difference = Int64(a[i]) - (i < b.count ? Int64(b[i]) : 0) - borrow
    borrow = difference < 0 ? 1 : 0
    return UInt32(truncatingIfNeeded: difference)
  }
}

private func precedes(_ a: [UInt32], _ b: [UInt32]) -> Bool {
  for i in stride(from: max(a.count, b.count) - 1, through: 0, by: -1) {
    let (x, y) = (i < a.count ? a[i] : 0, i < b.count ? b[i] : 0)
    if x != y { return x < y }
  }
  return false
}
