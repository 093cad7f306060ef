// The rectangle that the axes of a plot span, and its axes.

struct PlotFrame {
  var left = 70.0
  var right = 696.0
  var top = 72.0
  var bottom = 372.0

  /// The place of a fraction of the width.
  func x(_ fraction: Double) -> Double { left + fraction * (right - left) }
  /// The place of a fraction of the height, upwards.
  func y(_ fraction: Double) -> Double { bottom - fraction * (bottom - top) }

  /// A grid, both axes, their numbers and their names.
  func axes(
    heights: [AxisScale.Tick], places: [AxisScale.Tick], height: String, place: String,
    _ picture: inout SVGPicture
  ) {
    for tick in heights {
      let y = y(tick.fraction)
      picture.line(left, y, right, y, "grid")
      picture.label(tick.pieces, x: left - 8, y: y + 4, "end")
    }
    for tick in places {
      let x = x(tick.fraction)
      picture.line(x, bottom, x, bottom + 5, "axis")
      picture.label(tick.pieces, x: x, y: bottom + 22, "middle")
    }
    picture.line(left, bottom, right, bottom, "axis")
    picture.line(left, top, left, bottom, "axis")
    picture.label(place, x: (left + right) / 2, y: bottom + 44, "middle")
    picture.label(height, x: left, y: top - 18, "middle")
  }
}
