// The axis of a setting's values: 0, 0.001, …, 10 side by side, each where it can be seen.

import Learning

/// Where each value of a sweep lies on the page.
///
/// Values that range over a factor of 20 or more lie on a logarithmic axis, where 0 has no place: it is
/// given one of its own at the left, behind a break of the axis.
struct SweepAxis {
  private let scale: AxisScale?
  /// Where the smallest value of the scale lies.
  private let start: Double
  /// Where the axis leaves something out, as a fraction.
  let breakAt: Double?
  private let values: [Double]

  private static let margin = 0.05

  init(_ values: [Double]) {
    let sorted = Set(values.filter(\.isFinite)).sorted()
    let positive = sorted.filter { $0 > 0 }
    self.values = sorted
    let isWide = positive.count > 1 && positive[positive.count - 1] / positive[0] >= 20
    guard isWide, sorted[0] >= 0 else {
      scale = sorted.count > 1 ? .linear(sorted[0]...sorted[sorted.count - 1]) : nil
      (start, breakAt) = (Self.margin, nil)
      return
    }
    scale = .logarithmic(
      decades: AxisScale.decades(positive[0])...AxisScale.decades(positive[positive.count - 1]))
    let gap = sorted[0] == 0 ? (1 - 2 * Self.margin) / Double(positive.count) : 0
    start = Self.margin + gap
    breakAt = gap > 0 ? Self.margin + gap / 2 : nil
  }

  /// 0 at the left, 1 at the right.
  func x(_ value: Double) -> Double {
    guard let scale else { return 0.5 }
    if breakAt != nil, value == 0 { return Self.margin }
    return start + scale.fraction(value) * (1 - Self.margin - start)
  }

  /// A tick at each value.
  var ticks: [AxisScale.Tick] {
    values.map { value in
      let label = NumberText.text(value, digits: 3)
      return AxisScale.Tick(
        fraction: x(value), label: label, pieces: [.normal(label.withMinusSigns)])
    }
  }

  /// The ticks whose labels have room beside each other.
  func ticks(inPictureOf width: Double) -> [AxisScale.Tick] {
    var end = -Double.infinity
    return ticks.filter { tick in
      let half = (TextMeasure.width(tick.pieces) / 2 + 4) / width
      guard tick.fraction - half > end else { return false }
      end = tick.fraction + half
      return true
    }
  }
}
