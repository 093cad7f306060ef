// The times of one series, and the power of its size that fits them.

import Foundation

/// seconds = factor · size^exponent, and what was measured.
struct GrowthPanel {
  let name: String
  let exponent: Double
  let factor: Double
  var points: [(size: Double, seconds: Double)] = []

  /// Where a size lies between the smallest and the largest, with room at both ends.
  func fraction(_ size: Double) -> Double {
    let logarithms = points.map { log10($0.size) }
    let (low, high) = (logarithms.min() ?? 0, logarithms.max() ?? 1)
    return 0.06 + 0.88 * (log10(size) - low) / (high - low)
  }

  /// Powers of ten; where the sizes span less than two of them, 1, 2 and 5 times powers of ten.
  var ticks: [Double] {
    let sizes = points.map(\.size)
    guard let low = sizes.min(), let high = sizes.max() else { return [] }
    let multiples = high / low >= 100 ? [1.0] : [1, 2, 5]
    return (0...12).flatMap { decade in multiples.map { $0 * pow(10, Double(decade)) } }
      .filter { low <= $0 * 1.1 && $0 <= high * 1.1 }
  }

  /// The ends of the line, cut where it leaves the page.
  func fit(between decades: ClosedRange<Int>) -> [(size: Double, seconds: Double)] {
    let sizes = points.map(\.size)
    guard var low = sizes.min(), var high = sizes.max() else { return [] }
    if exponent > 0 {
      let floor = pow(10, Double(decades.lowerBound))
      let ceiling = pow(10, Double(decades.upperBound))
      low = max(low, pow(floor / factor, 1 / exponent))
      high = min(high, pow(ceiling / factor, 1 / exponent))
    }
    return [low, high].map { ($0, factor * pow($0, exponent)) }
  }
}
