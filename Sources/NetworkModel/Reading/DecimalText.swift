// Decimal numbers to binary, correctly rounded.

enum DecimalText {
  /// The `Double` nearest to a decimal number, ties to even; 0 below the smallest, ±∞ beyond the
  /// largest.
  ///
  /// Up to 2^53 the digits are a `Double` as they stand, and so is 10^e for e ≤ 22: their product or
  /// quotient rounds once, which is the nearest number (W. D. Clinger, "How to read floating point
  /// numbers accurately", 1990). The 17 digits that other programs write are divided as whole numbers.
  /// Whatever is longer goes to the standard library.
  ///
  /// - Precondition: the bytes are a sign or none, digits with a point or none, and an exponent or
  ///   none; see `isDecimal`.
  static func value(of bytes: [UInt8], in range: Range<Int>) -> Double {
    var digits: UInt64 = 0
    var exponent = 0
    var position = range.lowerBound
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    var isFraction = false
    while position < range.upperBound, digits < 1 << 60 {
      let byte = bytes[position]
      if byte.isDigit {
        digits = digits * 10 + UInt64(byte & 0xF)
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        guard let n = smallExponent(bytes[(position + 1)..<range.upperBound]) else {
          return longValue(bytes[range])
        }
        exponent += n
        position = range.upperBound - 1
      }
      position += 1
    }
    guard position == range.upperBound else { return longValue(bytes[range]) }
    if digits > 1 << 53 || exponent < -22, -27...0 ~= exponent, digits > 0 {
      let magnitude = quotient(digits, tenToThe: -exponent)
      return isNegative ? -magnitude : magnitude
    }
    guard digits <= 1 << 53, exponent.magnitude <= 22 else { return longValue(bytes[range]) }
    let power = powersOfTen[Int(exponent.magnitude)]
    let magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
    return isNegative ? -magnitude : magnitude
  }

  /// Whether bytes are a decimal number in one of the usual forms: `5`, `-0.5`, `.5`, `5.`, `+1e-3`.
  static func isDecimal(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    func byte() -> UInt8 { position < range.upperBound ? bytes[position] : 0 }
    func skipSign() {
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { position += 1 }
    }
    func skipDigits() -> Int {
      let start = position
      while byte().isDigit { position += 1 }
      return position - start
    }
    skipSign()
    var digits = skipDigits()
    if byte() == UInt8(ascii: ".") {
      position += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if byte() | 0x20 == UInt8(ascii: "e") {
      position += 1
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return position == range.upperBound
  }

  /// n / 10^k, correctly rounded.
  ///
  ///     n / 10^k = (n 2^a / 5^k 2^b) 2^(b − a − k)
  ///
  /// With both numbers shifted up to the highest bit, the quotient of whole numbers has 63 bits or 64,
  /// more than the 53 of a `Double`; whether anything remains decides what lies halfway.
  ///
  /// - Precondition: n > 0 and 0 ≤ k ≤ 27, so that 5^k is below 2^63.
  private static func quotient(_ n: UInt64, tenToThe k: Int) -> Double {
    let divisor = powersOfFive[k]
    let (a, b) = (n.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let dividend = n << a
    // Half of it is below the divisor, whose highest bit is set: the quotient fits.
    let (quotient, rest) = (divisor << b).dividingFullWidth((dividend >> 1, dividend << 63))
    let exact = quotient | (rest == 0 ? 0 : 1)
    return Double(sign: .plus, exponent: b - a - k - 63, significand: Double(exact))
  }

  /// 5^0 … 5^27.
  private static let powersOfFive: [UInt64] = (0..<27).reduce(into: [1]) { powers, k in
    powers.append(powers[k] * 5)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func longValue(_ bytes: ArraySlice<UInt8>) -> Double {
    Double(String(decoding: bytes, as: UTF8.self)) ?? .nan
  }

  /// An exponent of up to three digits.
  private static func smallExponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard digits.count <= 3 else { return nil }
    let n = digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
    return isNegative ? -n : n
  }
}
