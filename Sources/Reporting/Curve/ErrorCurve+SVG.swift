// An error curve as a picture: SVG 1.1, by itself readable on light and on dark pages.

public import GradientChecking
import NetworkModel

extension ErrorCurve {
  /// The curve as a self-contained SVG document.
  public func svg() -> String {
    var picture = Picture()
    picture.add("<title>\(escaped(title(.plain)))</title>")
    picture.add("<desc>\(escaped(words))</desc>")
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

  private func draw(_ scales: CurveScales, _ picture: inout Picture) {
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
      stepPieces, x: x + (isLeft ? -8 : 8), y: Frame.top + 16, isLeft ? "halo end" : "halo")
    legend(&picture)
  }

  private var titlePieces: [Piece] {
    let derivative: [Piece] =
      switch coordinate {
      case .weight(let l, let i, let j):
        [.normal("∂J/∂w"), .lower(i > 9 || j > 9 ? "\(i),\(j)" : "\(i)\(j)"), .upper("(\(l))")]
      case .bias(let l, let i): [.normal("∂J/∂b"), .lower("\(i)"), .upper("(\(l))")]
      case .weightedInput(let l, let i, let m):
        [.normal("δ"), .lower("\(i)"), .upper("(\(l))"), .normal("(\(m))")]
      }
    return [.normal("Error of ")] + derivative
      + [.normal("\u{A0}by \(scheme.name) differences against the step h")]
  }

  private var stepPieces: [Piece] {
    guard stepUsed > 0, stepUsed.isFinite, stepUsed.significand == 1 else {
      return [.normal("step used, h = \(NumberText.step(stepUsed))")]
    }
    return [
      .normal("step used, h = 2"), .upper("\(stepUsed.exponent)"),
      .normal("\u{A0}≈ \(NumberText.step(stepUsed))"),
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

  private func axes(_ scales: CurveScales, _ picture: inout Picture) {
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
    picture.label("error", x: Frame.left, y: Frame.top - 10, "middle")
  }

  private func legend(_ picture: inout Picture) {
    let y = 442.0
    picture.dot(78, y - 4)
    picture.label("error", x: 90, y: y)
    picture.line(190, y - 4, 218, y - 4, "rounding")
    picture.label("bound on the rounding, ~ 1/h", x: 226, y: y)
    picture.line(480, y - 4, 508, y - 4, "truncation")
    picture.label([.normal("truncation, ~ h"), .upper("\(scheme.order)")], x: 516, y: y)
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
    .error-curve .halo{paint-order:stroke;stroke:#fff;stroke:var(--page);stroke-width:6px;\
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

/// The elements of a picture, one a line.
private struct Picture {
  private var lines = [
    #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 460" role="img" class="error-curve">"#
  ]

  var text: String { lines.joined(separator: "\n") + "\n</svg>\n" }

  mutating func add(_ element: String) { lines.append(element) }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    add(
      #"<line class="\#(style)" x1="\#(short(x1))" y1="\#(short(y1))" x2="\#(short(x2))" "#
        + #"y2="\#(short(y2))"/>"#)
  }

  mutating func path(_ places: [(x: Double, y: Double)], _ style: String) {
    guard places.count > 1 else { return }
    let points = places.map { "\(short($0.x)),\(short($0.y))" }.joined(separator: " ")
    add(#"<polyline class="\#(style)" points="\#(points)"/>"#)
  }

  mutating func dot(_ x: Double, _ y: Double) {
    add(#"<circle class="dot" cx="\#(short(x))" cy="\#(short(y))" r="3"/>"#)
  }

  mutating func label(_ words: String, x: Double, y: Double, _ style: String = "") {
    label([.normal(words)], x: x, y: y, style)
  }

  mutating func label(_ pieces: [Piece], x: Double, y: Double, _ style: String = "") {
    var height = 0
    let words = pieces.map { piece in
      let shift = piece.height - height
      height = piece.height
      let text = escaped(piece.text)
      if piece.height == 0 && shift == 0 { return text }
      let size = piece.height == 0 ? "" : #" class="small""#
      return #"<tspan dy="\#(shift)"\#(size)>\#(text)</tspan>"#
    }.joined()
    let place = #"x="\#(short(x))" y="\#(short(y))""#
    add(#"<text class="\#(style)" \#(place)>\#(words)</text>"#)
  }

  /// 10 to a power.
  mutating func power(_ exponent: Int, x: Double, y: Double, _ style: String) {
    label([.normal("10"), .upper("\(exponent)")], x: x, y: y, style)
  }
}

/// A piece of a label: on the line, below it or above it.
private enum Piece {
  case normal(String)
  case lower(String)
  case upper(String)

  /// A hyphen before an exponent is a minus sign.
  var text: String {
    switch self {
    case .normal(let text), .lower(let text): text
    case .upper(let text): String(text.map { $0 == "-" ? "−" : $0 })
    }
  }

  /// Downwards, in units of the picture.
  var height: Int {
    switch self {
    case .normal: 0
    case .lower: 4
    case .upper: -6
    }
  }
}

/// One decimal: finer than anybody sees.
private func short(_ x: Double) -> String {
  let tenths = Int((x * 10).rounded())
  return tenths % 10 == 0
    ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// Text for SVG: no sign of it is markup.
private func escaped(_ text: String) -> String {
  Markup.plain.sentence(text).reduce(into: "") { result, character in
    switch character {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\"": result += "&quot;"
    default: result.append(character)
    }
  }
}
