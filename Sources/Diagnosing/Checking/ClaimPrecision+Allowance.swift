// By how much a right claim may be off.

import NetworkModel
import Numbers

extension ClaimPrecision {
  /// The most that a right number of this precision can differ from what a formula gives.
  ///
  /// - Parameters:
  ///   - exact: the formula's value in double precision, with the bound on its rounding; the given
  ///     numbers are taken to be rounded too.
  ///   - claimed: the number as it is written.
  ///
  /// The bound holds for one order of the operations. Somebody else's sums run in another one and take
  /// other forms of the same functions: `margin` bounds are allowed for that. In single precision a unit
  /// is 2^29 times as large.
  func allowance(_ exact: Bounded, claimed: Double) -> Double {
    switch self {
    case .double: Self.margin * exact.error + 4 * exact.value.ulp
    case .single: Self.singleAllowance(exact)
    case .written(let significant, let decimals):
      Self.halfUnit(of: claimed, significant, decimals)
        + (mayBeSingle ? Self.singleAllowance(exact) : Self.margin * exact.error)
        + 4 * exact.value.ulp
    }
  }

  private static func singleAllowance(_ exact: Bounded) -> Double {
    margin * singleUnits * exact.error + 4 * singleUnits * exact.value.ulp
      + Double(Float.leastNormalMagnitude)
  }

  /// What single precision usually leaves of a number in a layer whose largest is `scale`: 128 units of
  /// it, and what is written. Worst cases are thousands of times as large.
  func usualAllowance(scale: Double, claimed: Double) -> Double? {
    guard mayBeSingle else { return nil }
    let units = 0x1p-17 * max(scale, claimed.magnitude)
    if case .written(let significant, let decimals) = self {
      return units + Self.halfUnit(of: claimed, significant, decimals)
    }
    return units
  }

  /// Whether the numbers can have been computed in single precision: nine digits tell every one.
  private var mayBeSingle: Bool {
    switch self {
    case .double: false
    case .single: true
    case .written(let significant, let decimals): significant <= 9 || decimals <= 9
    }
  }

  private static let margin = 8.0
  /// How many units of double precision make one of single precision.
  private static let singleUnits = 0x1p29

  /// Half a unit in the last place that can have been written, and a hair for the decimal's own
  /// rounding.
  private static func halfUnit(of number: Double, _ significant: Int, _ decimals: Int) -> Double {
    let exponent = number == 0 ? -400 : Int(number.magnitude.exponent10)
    let place = max(-decimals, exponent - significant + 1)
    return 0.5 * powerOfTen(place) * (1 + 0x1p-40)
  }

  /// The largest share of a derivative that the bound may be and still say something about it: what a
  /// claim is judged by is no finer than what it says.
  var usefulShare: Double {
    switch self {
    case .double: 1e-6
    case .single, .written: 0.05
    }
  }
}

extension Double {
  /// e of d.ddd · 10^e, for a positive number.
  fileprivate var exponent10: Double {
    let estimate = (Double.log(self) / Double.log(10)).rounded(.down)
    // The logarithm can be off by its rounding next to a power of ten.
    if powerOfTen(Int(estimate) + 1) <= self { return estimate + 1 }
    return powerOfTen(Int(estimate)) > self ? estimate - 1 : estimate
  }
}

/// 10^n, correctly rounded where a double holds it, else within some units.
private func powerOfTen(_ n: Int) -> Double {
  var result = 1.0
  for _ in 0..<min(n.magnitude, 400) { result = result * 10 }
  return n < 0 ? 1 / result : result
}
