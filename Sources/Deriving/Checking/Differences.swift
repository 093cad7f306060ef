// The largest difference of many pairs of numbers, and whether each is small enough.

/// Pairs of numbers that should be equal, as far as they have been compared.
struct Differences {
  /// Relative to the larger number, or to 10⁻³ where both are smaller.
  private(set) var largest = 0.0
  /// The largest that was allowed, relative to the same.
  private(set) var limit = 0.0
  private(set) var places = 0
  private var areSmall = true

  /// What a difference is relative to.
  static func scale(_ a: Double, _ b: Double) -> Double {
    max(a.magnitude, b.magnitude, 1e-3)
  }

  /// 10⁻¹², what two roundings of the same number may differ by, relatively.
  static let rounding = 1e-12

  /// Compares two numbers; NaN differs from everything.
  mutating func compare(_ a: Double, _ b: Double, bound: Double = 0) {
    let scale = Self.scale(a, b)
    let allowed = bound / scale + Self.rounding
    let difference = (a - b).magnitude / scale
    places += 1
    largest = difference.isNaN ? .infinity : max(largest, difference)
    limit = max(limit, allowed)
    if !(difference <= allowed) { areSmall = false }
  }

  /// Something could not be compared.
  mutating func fail() {
    areSmall = false
    largest = .infinity
  }

  /// - Returns: failed, too, where nothing was compared.
  func check(_ kind: LineCheck.Kind) -> LineCheck {
    LineCheck(
      kind: kind, passed: areSmall && places > 0, largestDifference: largest, limit: limit,
      places: places)
  }
}
