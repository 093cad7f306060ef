// Numbers for people: a few significant digits.

/// How numbers are written for people: `0.0345123`, `4.6e-4`, `79,510`.
public enum NumberText {
  /// A number with some significant digits, without zeros at its end.
  ///
  /// From 0.001 to 999,999 it is written in full, outside with a power of ten.
  public static func text(_ value: Double, digits: Int = 6, isRoundedUp: Bool = false) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value > 0 ? "∞" : "-∞" }
    guard value != 0 else { return "0" }
    var decimal = Decimal(value)
    decimal.round(to: digits, up: isRoundedUp)
    return (value < 0 ? "-" : "") + decimal.text
  }

  /// A limit: two digits, rounded up, so that it still is one.
  public static func limit(_ value: Double) -> String { text(value, digits: 2, isRoundedUp: true) }

  /// A step: three digits.
  public static func step(_ value: Double) -> String { text(value, digits: 3) }

  /// Two numbers with as many digits as it takes to tell them apart.
  public static func pair(_ a: Double, _ b: Double, digits: Int = 6) -> (String, String) {
    var count = digits
    while count < 17, a != b, text(a, digits: count) == text(b, digits: count) { count += 1 }
    return (text(a, digits: count), text(b, digits: count))
  }

  /// A count with its thousands set apart: `79,510`.
  public static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}

/// The shortest decimal digits that read back as a number: 0.d₁d₂d₃… · 10^exponent.
private struct Decimal {
  private var digits: [Int] = []
  private var exponent = 0

  /// - Precondition: the number is finite and not 0.
  init(_ value: Double) {
    let parts = value.magnitude.description.split(separator: "e")
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    exponent = halves[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    digits = halves.joined().compactMap(\.wholeNumberValue)
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    dropZeros()
  }

  mutating func round(to count: Int, up: Bool) {
    guard digits.count > count else { return }
    let goesUp = up || digits[count] >= 5
    digits.removeSubrange(count...)
    if goesUp { increment() }
    dropZeros()
  }

  private mutating func increment() {
    for position in digits.indices.reversed() {
      digits[position] += 1
      if digits[position] < 10 { return }
      digits[position] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func dropZeros() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  var text: String {
    let written = digits.map(String.init).joined()
    switch exponent {
    case -2...0:
      return "0." + String(repeating: "0", count: -exponent) + written
    case 1...6:
      if digits.count <= exponent {
        return written + String(repeating: "0", count: exponent - digits.count)
      }
      return written.prefix(exponent) + "." + written.dropFirst(exponent)
    default:
      let fraction = digits.count > 1 ? "." + written.dropFirst() : ""
      return written.prefix(1) + fraction + "e\(exponent - 1)"
    }
  }
}
