// The scale that fits costs: linear, or logarithmic where they range widely.

extension AxisScale {
  /// A scale on which all finite ones of the values have a place; `nil` where there are none.
  ///
  /// It is logarithmic where the largest is a hundred times the smallest or more: on a linear scale
  /// everything that happens behind the first fall would lie on the axis.
  static func fitting(_ values: [Double]) -> AxisScale? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    if low > 0, high / low >= 100 {
      return AxisScale(
        isLogarithmic: true, range: roundDown(decades(low))...roundUp(decades(high)), isPlain: true)
    }
    return .linear(rounded(low, high))
  }

  /// The last of 1, 2, 5, 10 times a power of ten that is no larger, as logarithms.
  private static func roundDown(_ decade: Double) -> Double {
    let power = decade.rounded(.down)
    return power + (steps.last { $0 <= decade - power + 1e-9 } ?? 0)
  }

  private static func roundUp(_ decade: Double) -> Double {
    let power = decade.rounded(.down)
    return power + (steps.first { $0 >= decade - power - 1e-9 } ?? 1)
  }

  private static let steps = [0, decades(2), decades(5), 1]

  /// A range that begins and ends with a tick.
  private static func rounded(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let size = max(low.magnitude, high.magnitude)
    // Steps between smaller numbers would no longer be exact.
    if size < 1e-290 { return 0...1 }
    var (low, high) = (low, high)
    if high - low < 1e-3 * size {
      // Numbers so close are told apart by no label.
      let middle = low + (high - low) / 2
      (low, high) = (middle - 5e-4 * size, middle + 5e-4 * size)
    }
    guard (high - low).isFinite else { return low / 2...high / 2 }
    let step = AxisTicks.step(high - low, atMost: 5)
    // Rounded outwards, the largest numbers would be infinite.
    guard size < 1e307 else { return low...high }
    return (low / step + 1e-9).rounded(.down) * step...(high / step - 1e-9).rounded(.up) * step
  }
}
