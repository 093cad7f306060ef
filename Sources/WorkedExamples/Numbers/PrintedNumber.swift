// Numbers as they are printed: decimal digits, rounded as at school.

public import Numbers

/// A number in decimal digits, and exactly the number that a reader of those digits has.
///
/// It has a fixed number of decimals; below 10^(1−d) it has d significant digits and a power of ten. A
/// whole number is printed without decimals. Halves are rounded away from zero.
public struct PrintedNumber: Hashable, Sendable {
  /// The digits as a whole number: the value is significand · 10^exponent.
  public let significand: Int
  /// The power of ten that the last digit counts.
  public let exponent: Int
  /// Whether it is written with a power of ten: 2.135 · 10⁻⁵.
  public let isScientific: Bool
  /// Whether it is a number at all, and not ∞ (or neither, where 0/0 is met): only the sign of
  /// `significand` counts then.
  public let isFinite: Bool

  /// A computed number, rounded to d decimals.
  ///
  /// - Precondition: `digits` is from 1 to 10.
  public init(rounding value: DoubleDouble, digits: Int) {
    precondition(1...10 ~= digits, "\(digits) digits; from 1 to 10 can be printed")
    let size = value.real.magnitude
    if !value.real.isFinite {
      self.init(notFinite: value.real)
    } else if let whole = Self.whole(value) {
      self.init(significand: whole, exponent: 0)
    } else if size >= 1e7 || size < Self.smallest(digits) {
      self.init(scientific: value, digits: digits)
    } else {
      self.init(significand: value.scaled(byTenTo: digits).nearestWhole, exponent: -digits)
    }
  }

  /// A given number: with all its decimals where they are up to 6 (or `digits`), else rounded.
  public init(given value: Double, digits: Int) {
    let decimals = max(6, digits)
    let exact = DoubleDouble(decimal: value)
    for count in 0...decimals where value.magnitude < 1e7 {
      let scaled = exact.scaled(byTenTo: count)
      // The decimal number is not exact in binary, however many digits it has.
      let rest = (scaled - DoubleDouble(Double(scaled.nearestWhole))).real.magnitude
      if rest <= 1e-20 * scaled.real.magnitude {
        self.init(significand: scaled.nearestWhole, exponent: -count)
        return
      }
    }
    self.init(rounding: exact, digits: digits)
  }

  private init(significand: Int, exponent: Int, isScientific: Bool = false) {
    self.significand = significand
    self.exponent = exponent
    self.isScientific = isScientific
    isFinite = true
  }

  private init(notFinite value: Double) {
    significand = value.isNaN ? 0 : value < 0 ? -1 : 1
    (exponent, isScientific, isFinite) = (0, false, false)
  }

  private init(scientific value: DoubleDouble, digits: Int) {
    var power = 0
    var size = value.real.magnitude
    while size >= 10 { (size, power) = (size / 10, power + 1) }
    while size < 1, size > 0 { (size, power) = (size * 10, power - 1) }
    var significand = value.scaled(byTenTo: digits - 1 - power).nearestWhole
    if significand.magnitude == Self.power(digits).magnitude {
      (significand, power) = (significand / 10, power + 1)
    }
    self.init(significand: significand, exponent: power - digits + 1, isScientific: true)
  }

  /// The number that the digits mean.
  public var value: DoubleDouble {
    if !isFinite { return DoubleDouble(significand == 0 ? .nan : Double(significand) * .infinity) }
    return DoubleDouble(Double(significand)).scaled(byTenTo: exponent)
  }

  /// What its last digit counts; a whole number, printed without decimals, has d of them all the same.
  func unit(digits: Int) -> Double {
    let exponent = isScientific || self.exponent < 0 ? self.exponent : -digits
    return DoubleDouble.one.scaled(byTenTo: exponent).real
  }

  /// Below this a number of d decimals would have lost nearly all its digits.
  package static func smallest(_ digits: Int) -> Double { 1 / Double(power(max(1, digits - 1))) }

  private static func power(_ n: Int) -> Int { (0..<n).reduce(1) { power, _ in power * 10 } }

  /// The whole number that a value is, to 25 digits.
  private static func whole(_ value: DoubleDouble) -> Int? {
    guard value.real.magnitude < 1e7 else { return nil }
    let nearest = value.nearestWhole
    let rest = (value - DoubleDouble(Double(nearest))).real.magnitude
    if nearest == 0 { return value.real == 0 ? 0 : nil }
    return rest <= 1e-25 * value.real.magnitude ? nearest : nil
  }

  /// How far the value is from the nearest tie, in units of the last digit that is printed; at 0 rounding
  /// up and rounding to even give different digits.
  public static func distanceFromTie(_ value: DoubleDouble, _ printed: PrintedNumber) -> Double {
    let scaled = value.scaled(byTenTo: -printed.exponent)
    let rest = (scaled - DoubleDouble(Double(printed.significand))).real.magnitude
    return (0.5 - rest).magnitude
  }
}

extension PrintedNumber: CustomStringConvertible {
  /// Whether a minus stands before it.
  public var isNegative: Bool { significand < 0 }

  /// The digits without a sign and without a power of ten: `0.7160`, `2.135`.
  public var digits: String {
    if !isFinite { return significand == 0 ? "undefined" : "∞" }
    let digits = String(significand.magnitude)
    let decimals = isScientific ? digits.count - 1 : -exponent
    if decimals == 0 { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The power of ten that it is written with: −5 of 2.135 · 10⁻⁵.
  public var powerOfTen: Int? {
    isScientific ? exponent + String(significand.magnitude).count - 1 : nil
  }

  /// `-0.7160`, `2.135e-5`.
  public var description: String {
    (isNegative ? "-" : "") + digits + (powerOfTen.map { "e\($0)" } ?? "")
  }
}
