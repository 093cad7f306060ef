// An error curve for a terminal.

public import GradientChecking
import NetworkModel

extension ErrorCurve {
  /// The curve as a plot of characters, a legend, and what it shows.
  public func text(style: TextStyle = .plain) -> String {
    let title = style.lines(title(.plain)).map { style.paint($0, .bold) }
    let words = style.lines(words, first: "  ", rest: "  ")
    return (title + [""] + plot(style) + [""] + words).joined(separator: "\n") + "\n"
  }

  /// The plot with its axes and its legend.
  func plot(_ style: TextStyle) -> [String] {
    guard let scales = CurveScales(self) else { return style.lines("  " + Self.nothingToDraw) }
    var plot = TerminalPlot(style, rows: 16)
    draw(scales, on: &plot)
    let lines = plot.lines(
      heights: scales.errors.ticks(atMost: 6),
      places: scales.steps.ticks(atMost: plot.columns / 9), style)
    return lines + [stepLine(scales, plot, style), ""] + legend(style)
  }

  private func draw(_ scales: CurveScales, on plot: inout TerminalPlot) {
    for row in 0..<plot.rows {
      plot.put(.marker, column: plot.column(scales.x(stepUsed)), row: row)
    }
    for point in points {
      let x = scales.x(point.step)
      plot.put(.rounding, x: x, y: scales.y(point.rounding))
      if point.isTruncated { plot.put(.truncation, x: x, y: scales.y(point.truncation)) }
      if point.isDrawn { plot.put(.error, x: x, y: scales.y(point.error)) }
    }
  }

  /// The step used, below the axis.
  private func stepLine(
    _ scales: CurveScales, _ plot: TerminalPlot, _ style: TextStyle
  ) -> String {
    var used = PlotLine(width: plot.columns)
    let column = plot.column(scales.x(stepUsed))
    let arrow = style.charset == .ascii ? "^" : "▲"
    let label = "step used, h = \(NumberText.step(stepUsed))"
    if column + label.count + 2 <= plot.columns {
      used.put(arrow + " " + label, from: column)
    } else {
      used.put(label + " " + arrow, from: column - label.count - 1)
    }
    return TerminalPlot.indent + used.text
  }

  private func legend(_ style: TextStyle) -> [String] {
    style.lines(
      [
        TerminalPlot.Mark.error.entry("error", style),
        TerminalPlot.Mark.rounding.entry("bound on the rounding, ~ 1/h", style),
        TerminalPlot.Mark.truncation.entry("truncation, ~ \(truncationText)", style),
      ], first: "  ", rest: "  ")
  }
}

extension TerminalPlot.Mark {
  fileprivate static let rounding = TerminalPlot.Mark(
    unicode: "·", ascii: ".", paint: .faint, rank: 2)
  fileprivate static let truncation = TerminalPlot.Mark(
    unicode: "+", ascii: "+", paint: .yellow, rank: 3)
  fileprivate static let error = TerminalPlot.Mark(unicode: "●", ascii: "o", paint: .bold, rank: 4)
}
