// Measured times against what makes them grow: a panel for each, both axes logarithmic.

import Foundation
import Nabla

/// Panels side by side, with the seconds as their common axis.
struct GrowthPlot {
  let title: String
  let panels: [GrowthPanel]
  /// log₁₀ of the smallest and the largest time, as whole numbers.
  let decades: ClosedRange<Int>

  /// Reads the panels from standard input.
  init(title: String) throws(Failure) {
    var panels: [GrowthPanel] = []
    while let line = readLine() {
      let words = line.split(separator: "\t").map(String.init)
      if words.count == 4, words[0] == "panel",
        let exponent = Double(words[2]), let factor = Double(words[3])
      {
        panels.append(GrowthPanel(name: words[1], exponent: exponent, factor: factor))
      } else if words.count == 3, words[0] == "point", !panels.isEmpty,
        let size = Double(words[1]), size > 0, let seconds = Double(words[2]), seconds > 0
      {
        panels[panels.count - 1].points.append((size, seconds))
      } else {
        throw Failure(words: "'\(line)' is neither a panel nor a point of one")
      }
    }
    let times = panels.flatMap { $0.points.map { log10($0.seconds) } }
    guard let low = times.min(), let high = times.max(),
      panels.allSatisfy({ $0.points.count > 1 })
    else { throw Failure(words: "a plot needs two points in each panel") }
    self.title = title
    self.panels = panels
    decades = Int(low.rounded(.down))...Int(max(high.rounded(.up), low.rounded(.down) + 1))
  }

  func svg() -> String {
    let count = Double(panels.count)
    let step = (Frame.right - Frame.left + Frame.gap) / count
    var picture = SVGPicture(style: "growth", height: 380)
    picture.add("<title>\(escapedForSVG(title))</title><style>\(Self.styles)</style>")
    picture.add(#"<rect class="page" width="720" height="380"/>"#)
    picture.label(title, x: 20, y: 30, "title")
    for decade in decades {
      picture.label(Self.time(decade), x: Frame.left - 8, y: y(Double(decade)) + 4, "end")
    }
    for (number, panel) in panels.enumerated() {
      let left = Frame.left + Double(number) * step
      draw(panel, left...(left + step - Frame.gap), &picture)
    }
    return picture.text
  }

  private func draw(
    _ panel: GrowthPanel, _ range: ClosedRange<Double>, _ picture: inout SVGPicture
  ) {
    func x(_ size: Double) -> Double {
      range.lowerBound + panel.fraction(size) * (range.upperBound - range.lowerBound)
    }
    axes(range, &picture)
    for tick in panel.ticks { mark(tick, x: x(tick), &picture) }
    let middle = (range.lowerBound + range.upperBound) / 2
    picture.label(panel.name, x: middle, y: Frame.bottom + 46, "middle")
    picture.path(
      panel.fit(between: decades).map { (x($0.size), y(log10($0.seconds))) }, "fit")
    for point in panel.points { picture.dot(x(point.size), y(log10(point.seconds))) }
    picture.label(
      [.normal("∝ size"), .upper(String(format: "%.2f", panel.exponent))],
      x: range.lowerBound + 10, y: Frame.top + 18, "halo")
  }

  private func axes(_ range: ClosedRange<Double>, _ picture: inout SVGPicture) {
    for decade in decades {
      let y = y(Double(decade))
      picture.line(range.lowerBound, y, range.upperBound, y, "grid")
    }
    picture.line(range.lowerBound, Frame.bottom, range.upperBound, Frame.bottom, "axis")
  }

  /// A size on the axis; powers of ten from 1000 on as such, for they would not fit.
  private func mark(_ tick: Double, x: Double, _ picture: inout SVGPicture) {
    picture.line(x, Frame.bottom, x, Frame.bottom + 5, "axis")
    let decade = log10(tick).rounded()
    if tick >= 1000, tick == pow(10, decade) {
      picture.power(Int(decade), x: x, y: Frame.bottom + 22, "middle")
    } else {
      picture.label("\(Int(tick))", x: x, y: Frame.bottom + 22, "middle")
    }
  }

  private func y(_ decade: Double) -> Double {
    let span = Double(decades.upperBound - decades.lowerBound)
    let fraction = (decade - Double(decades.lowerBound)) / span
    return Frame.bottom - fraction * (Frame.bottom - Frame.top)
  }

  private static func time(_ decade: Int) -> String {
    switch decade {
    case ..<(-3): "\(Int(pow(10, Double(decade + 6)).rounded())) µs"
    case -3..<0: "\(Int(pow(10, Double(decade + 3)).rounded())) ms"
    default: "\(Int(pow(10, Double(decade)).rounded())) s"
    }
  }

  private static let styles = """
    .growth{color:#1f2328;--page:#fff;--fit:#0969da}\
    @media(prefers-color-scheme:dark){.growth{color:#e6edf3;--page:#0d1117;--fit:#58a6ff}}\
    .growth text{fill:currentColor;font:13px system-ui,"Helvetica Neue",Arial,sans-serif}\
    .growth .title{font-size:16px;font-weight:600}\
    .growth .middle{text-anchor:middle}.growth .end{text-anchor:end}\
    .growth .page{fill:#fff;fill:var(--page)}\
    .growth .axis{stroke:currentColor;stroke-width:1}\
    .growth .grid{stroke:currentColor;stroke-opacity:.15}\
    .growth .fit{fill:none;stroke-width:2;stroke:#0969da;stroke:var(--fit);stroke-dasharray:7 4}\
    .growth .dot{fill:currentColor}.growth .small{font-size:10px}\
    .growth .halo{paint-order:stroke;stroke:#fff;stroke:var(--page);stroke-width:5px;\
    stroke-linejoin:round}
    """
}

/// The rectangle that holds the panels.
private enum Frame {
  static let left = 74.0
  static let right = 700.0
  static let top = 56.0
  static let bottom = 310.0
  static let gap = 26.0
}
