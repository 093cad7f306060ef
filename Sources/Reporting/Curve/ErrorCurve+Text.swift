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
    var plot = TerminalPlot(columns: style.width - Self.margin - 3, rows: 16)
    draw(scales, on: &plot)
    let isASCII = style.charset == .ascii
    let labels = labels(scales, plot)
    var lines = (0..<plot.rows).map { row in
      let label = labels[row] ?? ""
      let axis = isASCII ? "|" : label.isEmpty ? "│" : "┤"
      let line =
        label.padded(to: Self.margin, isRight: true) + " " + axis + plot.text(row: row, style)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    lines += axis(scales, plot, isASCII)
    return lines + [""] + legend(style)
  }

  private static let margin = 7

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

  /// The powers of ten beside the rows that are nearest to them.
  private func labels(_ scales: CurveScales, _ plot: TerminalPlot) -> [Int: String] {
    let ticks = CurveScales.ticks(scales.errors, atMost: 6)
    return Dictionary(
      ticks.map { (plot.row(scales.y(decade: Double($0))), power($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The axis, the powers of ten below it, and the step used.
  private func axis(_ scales: CurveScales, _ plot: TerminalPlot, _ isASCII: Bool) -> [String] {
    var line = Array(repeating: isASCII ? "-" : "─", count: plot.columns)
    var labels = Line(width: plot.columns)
    for tick in CurveScales.ticks(scales.steps, atMost: plot.columns / 9) {
      let column = plot.column(scales.x(decade: Double(tick)))
      line[column] = isASCII ? "+" : "┬"
      labels.put(power(tick), at: column)
    }
    var used = Line(width: plot.columns)
    let column = plot.column(scales.x(stepUsed))
    let arrow = isASCII ? "^" : "▲"
    let label = "step used, h = \(NumberText.step(stepUsed))"
    if column + label.count + 2 <= plot.columns {
      used.put(arrow + " " + label, from: column)
    } else {
      used.put(label + " " + arrow, from: column - label.count - 1)
    }
    let margin = String(repeating: " ", count: Self.margin + 2)
    return [
      margin.dropLast() + (isASCII ? "+" : "└") + line.joined(), margin + labels.text,
      margin + used.text,
    ]
  }

  private func legend(_ style: TextStyle) -> [String] {
    func entry(_ mark: TerminalPlot.Mark, _ words: String) -> String {
      "\(mark.character(style.charset)) \(words)"
    }
    return style.lines(
      [
        entry(.error, "error"), entry(.rounding, "bound on the rounding, ~ 1/h"),
        entry(.truncation, "truncation, ~ \(truncationText)"),
      ], first: "  ", rest: "  ")
  }
}

private func power(_ exponent: Int) -> String { exponent == 0 ? "1" : "1e\(exponent)" }

/// A line in which words are put at columns, as long as they don't touch.
private struct Line {
  private var characters: [Character]

  init(width: Int) { characters = Array(repeating: " ", count: width) }

  var text: String { String(characters.reversed().drop { $0 == " " }.reversed()) }

  /// Words centred at a column, moved inward at the ends; left out where there is no room.
  mutating func put(_ words: String, at column: Int) {
    put(words, from: column - words.count / 2)
  }

  mutating func put(_ words: String, from column: Int) {
    let start = max(0, min(column, characters.count - words.count))
    let range = start..<min(characters.count, start + words.count)
    let around = characters[max(0, start - 1)..<min(characters.count, range.upperBound + 1)]
    guard around.allSatisfy({ $0 == " " }) else { return }
    characters.replaceSubrange(range, with: words.prefix(range.count))
  }
}
