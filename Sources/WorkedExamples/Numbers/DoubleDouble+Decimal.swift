// Double-double numbers and their decimal digits.

import Numbers

extension DoubleDouble {
  /// The decimal number that a double was read from: 0.4 itself, not the double nearest to it.
  ///
  /// A worksheet's ties and whole numbers are those of decimal arithmetic.
  init(decimal value: Double) {
    let parts = value.magnitude.description.split(separator: "e")
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let decimals = halves.count > 1 ? halves[1].count : 0
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - decimals
    // Up to 17 digits: more than the 53 bits of one double.
    let digits = Int(halves.joined()) ?? 0
    let high = Double(digits / 1_000_000) * 1_000_000
    let size = DoubleDouble.sum(high, Double(digits % 1_000_000)).scaled(byTenTo: exponent)
    self = value < 0 ? -size : size
  }

  /// The number times a power of ten.
  func scaled(byTenTo exponent: Int) -> DoubleDouble {
    var result = self
    var rest = exponent.magnitude
    while rest > 0 {
      // 10^22 is the largest power that a double holds.
      let step = Swift.min(rest, 22)
      let power = DoubleDouble((0..<step).reduce(1.0) { power, _ in power * 10 })
      result = exponent < 0 ? result / power : result * power
      rest -= step
    }
    return result
  }

  /// The nearest whole number, halves away from zero; a value within 10⁻²⁰ of a half is one.
  var nearestWhole: Int {
    if high < 0 { return -(-self).nearestWhole }
    guard high < 9e18 else { return .max }
    let below = high.rounded(.down)
    let rest = self - DoubleDouble(below)
    // `low` may reach over a whole number on either side.
    let step = rest.real.rounded(.down)
    let fraction = rest - DoubleDouble(step) - DoubleDouble(0.5)
    return Int(below) + Int(step) + (fraction.real >= -1e-20 ? 1 : 0)
  }
}
