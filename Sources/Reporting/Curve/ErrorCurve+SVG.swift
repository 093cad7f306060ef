// An error curve as a picture: SVG 1.1, by itself readable on light and on dark pages.

public import GradientChecking
import NetworkModel

extension ErrorCurve {
  /// The curve as a self-contained SVG document.
  public func svg() -> String {
    var picture = PlotStyle.picture(
      "error-curve", title: title(.plain), words: words, lines: ("rounding", "truncation"),
      dashed: "rounding")
    picture.label(titlePieces, x: frame.left, y: 30, "title")
    if let scales = CurveScales(self) {
      draw(scales, &picture)
    } else {
      picture.label(Self.nothingToDraw, x: frame.left, y: 60)
    }
    return picture.text
  }

  private func draw(_ scales: CurveScales, _ picture: inout SVGPicture) {
    frame.axes(
      heights: scales.errors.ticks(atMost: 9), places: scales.steps.ticks(atMost: 9),
      height: "error", place: "step h", &picture)
    let x = frame.x(scales.x(stepUsed))
    picture.line(x, frame.top, x, frame.bottom, "used")
    picture.path(places(scales, points) { $0.rounding }, "rounding")
    picture.path(places(scales, points.filter(\.isTruncated)) { $0.truncation }, "truncation")
    for point in points where point.isDrawn {
      picture.dot(frame.x(scales.x(point.step)), frame.y(scales.y(point.error)))
    }
    let isLeft = x > 520
    picture.label(
      stepPieces, x: x + (isLeft ? -8 : 8), y: frame.top + 22, isLeft ? "halo end" : "halo")
    legend(&picture)
  }

  private var titlePieces: [SVGPiece] {
    let derivative: [SVGPiece] =
      switch coordinate {
      case .weight(let l, let i, let j):
        [.normal("∂J/∂w"), .lower(i > 9 || j > 9 ? "\(i),\(j)" : "\(i)\(j)"), .upper("(\(l))")]
      case .bias(let l, let i): [.normal("∂J/∂b"), .lower("\(i)"), .upper("(\(l))")]
      case .weightedInput(let l, let i, let m):
        [.normal("δ"), .lower("\(i)"), .upper("(\(l))"), .normal("(\(m))")]
      }
    return [.normal("Error of ")] + derivative
      + [.normal(" by \(scheme.name) differences against the step h")]
  }

  private var stepPieces: [SVGPiece] {
    guard stepUsed > 0, stepUsed.isFinite, stepUsed.significand == 1 else {
      return [.normal("step used, h = \(NumberText.step(stepUsed))")]
    }
    return [
      .normal("step used, h = 2"), .upper("\(stepUsed.exponent)"),
      .normal(" ≈ \(NumberText.step(stepUsed))"),
    ]
  }

  /// The places of a branch, cut where it leaves the page.
  private func places(
    _ scales: CurveScales, _ points: [Point], _ value: (Point) -> Double
  ) -> [(x: Double, y: Double)] {
    let all = points.map { (x: scales.x($0.step), y: scales.y(value($0))) }
      .filter { $0.y.isFinite }
    var places: [(x: Double, y: Double)] = []
    for (a, b) in zip(all, all.dropFirst()) {
      guard let (start, end) = Self.clip(a, b) else { continue }
      if places.isEmpty { places.append(start) }
      places.append(end)
    }
    return places.map { (frame.x($0.x), frame.y($0.y)) }
  }

  /// The part of a line between the heights 0 and 1.
  private static func clip(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> (start: (x: Double, y: Double), end: (x: Double, y: Double))? {
    if max(a.y, b.y) < 0 || min(a.y, b.y) > 1 { return nil }
    func cut(_ p: (x: Double, y: Double)) -> (x: Double, y: Double) {
      let y = min(1, max(0, p.y))
      return y == p.y ? p : (a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y)
    }
    return (cut(a), cut(b))
  }

  private func legend(_ picture: inout SVGPicture) {
    let y = 442.0
    picture.dot(78, y - 4)
    picture.label("error", x: 90, y: y)
    picture.line(190, y - 4, 218, y - 4, "rounding")
    picture.label("bound on the rounding, ~ 1/h", x: 226, y: y)
    picture.line(480, y - 4, 508, y - 4, "truncation")
    picture.label(
      [.normal("truncation, ~ h")] + (scheme.order > 1 ? [.upper("\(scheme.order)")] : []), x: 516,
      y: y)
  }
}

private let frame = PlotFrame()
