// A sweep for people: a terminal, and Markdown.

public import Learning
import NetworkModel

extension SweepReport {
  /// The table of all values, the plot of both costs, and what they say.
  public func text(style: TextStyle = .plain, fileWarnings: [String] = []) -> String {
    let name = style.paint(style.spell(network.title(.plain)), .bold)
    var lines = style.lines(summaryPieces, first: name + "  ", rest: "  ")
    lines += [""] + style.lines(caption).map { style.paint($0, .bold) }
    lines += style.lines(methodWords, first: "  ", rest: "  ") + [""] + table().lines(style)
    lines += [""] + style.lines(findingWords.joined(separator: " "), first: "  ", rest: "  ")
    if let plot = plot(style) { lines += [""] + plot }
    for warning in fileWarnings.map(Markup.plain.sentence) {
      lines += [""] + style.lines(warning, first: style.paint("!", .yellow) + " ", rest: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as Markdown, with the table of GitHub.
  public func markdown(fileWarnings: [String] = []) -> String {
    var parts = [
      "# \(caption): \(network.title(.markdown))", summaryPieces.joined(separator: " · "),
      methodWords, table().markdown.joined(separator: "\n"),
      findingWords.joined(separator: " "),
    ]
    if let plot = plot(TextStyle(width: 80)) {
      parts.append("```text\n\(plot.joined(separator: "\n"))\n```")
    }
    if !fileWarnings.isEmpty {
      parts.append(
        "## Warnings\n\n"
          + fileWarnings.map { "- \(Markup.markdown.sentence($0))" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n").unglued + "\n"
  }

  /// Both costs against the values; `nil` where fewer than two values have finite costs.
  private func plot(_ style: TextStyle) -> [String]? {
    guard let costs = costScale else { return nil }
    let axis = SweepAxis(points.map(\.value))
    var plot = TerminalPlot(style, atMost: 100, rows: 14)
    for point in points {
      let x = axis.x(point.value)
      spread(point, costs, column: plot.column(x), &plot)
      plot.put(.training, x: x, y: costs.fraction(point.trainingCost))
      plot.put(
        .heldOut, x: x, y: costs.fraction(point.heldOutCost), over: .training, joint: .both)
    }
    let legend = [
      TerminalPlot.Mark.training.entry("training cost", style),
      TerminalPlot.Mark.heldOut.entry("held-out cost", style),
      TerminalPlot.Mark.marker.entry("± standard error", style),
      TerminalPlot.Mark.both.entry("both costs", style),
    ]
    return plot.lines(
      heights: costs.ticks(atMost: 6), places: axis.ticks, breakAt: axis.breakAt, style) + [""]
      + style.lines(legend, first: "  ", rest: "  ")
  }

  /// The cells between the held-out cost less and plus its standard error.
  private func spread(
    _ point: Point, _ costs: AxisScale, column: Int, _ plot: inout TerminalPlot
  ) {
    guard let (low, high) = ends(point, costs) else { return }
    for row in plot.row(high)...plot.row(low) { plot.put(.marker, column: column, row: row) }
  }

  /// The ends of the standard error as fractions of the height, cut where they leave the page.
  func ends(_ point: Point, _ costs: AxisScale) -> (low: Double, high: Double)? {
    guard point.heldOutCost.isFinite, point.heldOutError.isFinite else { return nil }
    let low = costs.fraction(point.heldOutCost - point.heldOutError)
    let high = costs.fraction(point.heldOutCost + point.heldOutError)
    return (low.isFinite ? min(1, max(0, low)) : 0, min(1, max(0, high)))
  }

  /// A scale for all costs, with their standard errors where they have room.
  var costScale: AxisScale? {
    let drawn = points.filter { $0.heldOutCost.isFinite || $0.trainingCost.isFinite }
    guard Set(drawn.map(\.value)).count > 1 else { return nil }
    let costs = drawn.flatMap { [$0.trainingCost, $0.heldOutCost] }
    let spread = drawn.flatMap {
      [$0.heldOutCost - $0.heldOutError, $0.heldOutCost + $0.heldOutError]
    }
    // Costs above 0 stay on a scale that they may have to themselves, a logarithmic one.
    let least = costs.filter(\.isFinite).min() ?? 0
    return .fitting(costs + (least > 0 ? spread.filter { $0 > least / 2 } : spread))
  }
}
