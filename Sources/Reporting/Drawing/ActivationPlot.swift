// Axes, curves and marks of an activation function's picture.

/// A rectangle of the picture in which z runs to the right and values run upwards.
struct ActivationPlot {
  private let curve: ActivationCurve
  private let heights: ClosedRange<Double>
  private let xTicks: [Double]
  private let yTicks: [Double]

  private static let left = 70.0
  private static let right = 600.0
  private static let top = 62.0
  private static let bottom = 372.0

  init(_ curve: ActivationCurve) {
    self.curve = curve
    let all = (curve.values + curve.slopes).joined().map(\.y) + [0]
    var (low, high) = (all.min() ?? 0, all.max() ?? 1)
    if low == high { (low, high) = (low - 1, high + 1) }
    let step = AxisTicks.step(high - low, atMost: 6)
    low = (low / step + 1e-9).rounded(.down) * step
    high = (high / step - 1e-9).rounded(.up) * step
    heights = low - step / 4...high + step / 4
    xTicks = AxisTicks.ticks(curve.range, atMost: 10)
    yTicks = AxisTicks.ticks(low...high, atMost: 6)
  }

  private func x(_ z: Double) -> Double {
    let share = (z - curve.range.lowerBound) / (curve.range.upperBound - curve.range.lowerBound)
    return Self.left + share * (Self.right - Self.left)
  }

  private func y(_ value: Double) -> Double {
    let share = (value - heights.lowerBound) / (heights.upperBound - heights.lowerBound)
    return Self.bottom - share * (Self.bottom - Self.top)
  }

  // MARK: - Lines

  func draw(_ picture: inout SVGPicture) {
    for tick in yTicks where tick != 0 {
      picture.line(Self.left, y(tick), Self.right, y(tick), "grid")
    }
    for tick in xTicks where tick != 0 {
      picture.line(x(tick), Self.top, x(tick), Self.bottom, "grid")
    }
    for kink in curve.kinks {
      picture.line(x(kink.z), Self.top, x(kink.z), Self.bottom, "kink")
    }
    picture.arrow(Self.left - 6, y(0), Self.right + 18, y(0))
    picture.arrow(x(0), Self.bottom + 6, x(0), Self.top - 14)
    for tick in xTicks where tick != 0 {
      picture.line(x(tick), y(0) - 3, x(tick), y(0) + 3, "axis")
    }
    for tick in yTicks where tick != 0 {
      picture.line(x(0) - 3, y(tick), x(0) + 3, y(tick), "axis")
    }
    for line in curve.values { picture.path(places(line), "function") }
    for line in curve.slopes { picture.path(places(line), "slope") }
    for kink in curve.kinks { marks(kink, &picture) }
  }

  private func places(_ line: [ActivationCurve.Point]) -> [(x: Double, y: Double)] {
    line.map { (x($0.x), y($0.y)) }
  }

  /// A ring at a value that a curve comes up to and does not have, a dot at the one it has.
  private func marks(_ kink: ActivationCurve.Kink, _ picture: inout SVGPicture) {
    for sides in [kink.slope, kink.value] {
      for value in Set([sides.left, sides.right]).sorted() where value != sides.here {
        picture.dot(x(kink.z), y(value), radius: 4, "open mark")
      }
      if sides.jumps || sides == kink.value {
        picture.dot(x(kink.z), y(sides.here), radius: 4, "filled mark")
      }
    }
  }

  // MARK: - Labels

  /// Numbers stand at the edges, where no curve is written over them, unless the axis is there.
  var labels: [PlacedLabel] {
    let numbers = xTicks.map { tick in
      PlacedLabel([.normal(text(tick))], x: x(tick), y: Self.bottom + 20)
    }
    let heights = yTicks.map { tick in
      PlacedLabel([.normal(text(tick))], x: Self.left - 10, y: y(tick) + 4, .end)
    }
    return numbers + heights + [
      PlacedLabel([.letter("z")], x: Self.right + 26, y: y(0) + 4)
    ]
  }

  private func text(_ value: Double) -> String {
    NumberText.text(value, digits: 4).withMinusSigns
  }
}
