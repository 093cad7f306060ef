// An error curve as a picture: SVG 1.1, by itself readable on light and on dark pages.

public import GradientChecking
import NetworkModel

extension ErrorCurve {
  /// The curve as a self-contained SVG document.
  public func svg() -> String {
    var picture = SVGPicture(style: "error-curve")
    picture.add("<title>\(escapedForSVG(title(.plain)))</title>")
    picture.add("<desc>\(escapedForSVG(words))</desc>")
    picture.add("<style>\(Self.styles)</style>")
    picture.add(#"<rect class="page" width="720" height="460"/>"#)
    picture.label(titlePieces, x: Frame.left, y: 30, "title")
    if let scales = CurveScales(self) {
      draw(scales, &picture)
    } else {
      picture.label(Self.nothingToDraw, x: Frame.left, y: 60)
    }
    return picture.text
  }

  private func draw(_ scales: CurveScales, _ picture: inout SVGPicture) {
    axes(scales, &picture)
    let x = Frame.x(scales.x(stepUsed))
    picture.line(x, Frame.top, x, Frame.bottom, "used")
    picture.path(places(scales, points) { $0.rounding }, "rounding")
    picture.path(places(scales, points.filter(\.isTruncated)) { $0.truncation }, "truncation")
    for point in points where point.isDrawn {
      picture.dot(Frame.x(scales.x(point.step)), Frame.y(scales.y(point.error)))
    }
    let isLeft = x > 520
    picture.label(
      stepPieces, x: x + (isLeft ? -8 : 8), y: Frame.top + 22, isLeft ? "halo end" : "halo")
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
    return places.map { (Frame.x($0.x), Frame.y($0.y)) }
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

  private func axes(_ scales: CurveScales, _ picture: inout SVGPicture) {
    for tick in CurveScales.ticks(scales.errors, atMost: 9) {
      let y = Frame.y(scales.y(decade: Double(tick)))
      picture.line(Frame.left, y, Frame.right, y, "grid")
      picture.power(tick, x: Frame.left - 8, y: y + 4, "end")
    }
    for tick in CurveScales.ticks(scales.steps, atMost: 9) {
      let x = Frame.x(scales.x(decade: Double(tick)))
      picture.line(x, Frame.bottom, x, Frame.bottom + 5, "axis")
      picture.power(tick, x: x, y: Frame.bottom + 22, "middle")
    }
    picture.line(Frame.left, Frame.bottom, Frame.right, Frame.bottom, "axis")
    picture.line(Frame.left, Frame.top, Frame.left, Frame.bottom, "axis")
    picture.label("step h", x: (Frame.left + Frame.right) / 2, y: Frame.bottom + 44, "middle")
    picture.label("error", x: Frame.left, y: Frame.top - 18, "middle")
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

  private static let styles = """
    .error-curve{color:#1f2328;--page:#fff;--rounding:#0969da;--truncation:#bc4c00}\
    @media(prefers-color-scheme:dark){.error-curve{color:#e6edf3;--page:#0d1117;--rounding:#58a6ff;\
    --truncation:#f0883e}}\
    .error-curve text{fill:currentColor;font:13px system-ui,"Helvetica Neue",Arial,sans-serif}\
    .error-curve .title{font-size:16px;font-weight:600}\
    .error-curve .middle{text-anchor:middle}.error-curve .end{text-anchor:end}\
    .error-curve .page{fill:#fff;fill:var(--page)}\
    .error-curve .axis{stroke:currentColor;stroke-width:1}\
    .error-curve .grid{stroke:currentColor;stroke-opacity:.12}\
    .error-curve .used{stroke:currentColor;stroke-opacity:.6;stroke-dasharray:3 4}\
    .error-curve .rounding,.error-curve .truncation{fill:none;stroke-width:2}\
    .error-curve .rounding{stroke:#0969da;stroke:var(--rounding);stroke-dasharray:7 4}\
    .error-curve .truncation{stroke:#bc4c00;stroke:var(--truncation)}\
    .error-curve .dot{fill:currentColor}\
    .error-curve .small{font-size:10px}\
    .error-curve .halo{paint-order:stroke;stroke:#fff;stroke:var(--page);stroke-width:5px;\
    stroke-linejoin:round}
    """
}

/// The rectangle that the axes span.
private enum Frame {
  static let left = 70.0
  static let right = 696.0
  static let top = 72.0
  static let bottom = 372.0

  static func x(_ fraction: Double) -> Double { left + fraction * (right - left) }
  static func y(_ fraction: Double) -> Double { bottom - fraction * (bottom - top) }
}
