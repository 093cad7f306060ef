// Ticks along an axis: round numbers.

import Numbers

enum AxisTicks {
  /// Multiples of 1, 2 or 5 times a power of ten in a range, at most `count` steps of them; none where
  /// the range is longer than numbers go.
  static func ticks(_ range: ClosedRange<Double>, atMost count: Int) -> [Double] {
    guard (range.upperBound - range.lowerBound).isFinite else { return [] }
    let step = step(range.upperBound - range.lowerBound, atMost: count)
    let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((range.upperBound / step + 1e-9).rounded(.down))
    return (first...max(first, last)).map { rounded(Double($0), step) }
  }

  /// The step between ticks.
  /// - Precondition: the span is finite.
  static func step(_ span: Double, atMost count: Int) -> Double {
    precondition(span.isFinite, "ticks along \(span)")
    let rough = span / Double(count)
    var power = 1.0
    // By powers themselves: a logarithm's last bit would decide at 1, 10, 100.
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1, 2, 5].map { $0 * power }.first { $0 >= rough } ?? 10 * power
  }

  /// 3 · 0.1 is to be 0.3: a step below 1 is divided by its inverse, which is whole.
  private static func rounded(_ multiple: Double, _ step: Double) -> Double {
    step < 1 ? multiple / (1 / step).rounded() : multiple * step
  }
}
