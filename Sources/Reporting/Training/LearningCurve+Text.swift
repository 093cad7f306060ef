// A learning curve for a terminal.

public import Learning

extension LearningCurve {
  /// The curve as a plot of characters, a legend, and what it shows.
  public func text(style: TextStyle = .plain) -> String {
    let title = style.paint(style.spell(caption), .bold)
    return ([title, ""] + plot(style)).joined(separator: "\n") + "\n"
  }

  /// What is drawn, and whether equal heights are equal ratios.
  var caption: String {
    let isLogarithmic = LearningScales(self)?.costs.isLogarithmic == true
    return "Cost J by epoch" + (isLogarithmic ? ", on a logarithmic scale" : "")
  }

  /// The plot with its axes, its legend and its remarks.
  ///
  /// - Parameter note: a further remark.
  func plot(_ style: TextStyle, note: String? = nil) -> [String] {
    guard let scales = LearningScales(self) else {
      return style.lines("  " + Self.nothingToDraw)
    }
    // A line of dots on a wider page is no better to read.
    var plot = TerminalPlot(style, atMost: 100, rows: 14)
    draw(scales, on: &plot)
    let lines = plot.lines(
      heights: scales.costs.ticks(atMost: 6),
      places: scales.epochs.wholeTicks(atMost: plot.columns / 9), style)
    let remarks = (remarks + (note.map { [$0] } ?? [])).flatMap {
      [""] + style.lines($0, first: "  ", rest: "  ")
    }
    return lines + [""] + legend(style) + remarks
  }

  private func draw(_ scales: LearningScales, on plot: inout TerminalPlot) {
    for point in points {
      plot.put(.training, x: scales.x(point), y: scales.y(point.cost))
    }
    for point in points {
      guard let cost = point.heldOutCost else { continue }
      plot.put(.heldOut, x: scales.x(point), y: scales.y(cost), over: .training, joint: .both)
    }
  }

  private func legend(_ style: TextStyle) -> [String] {
    let words = legendWords
    guard let heldOut = words.heldOut else {
      return style.lines([TerminalPlot.Mark.training.entry(words.training, style)], first: "  ")
    }
    return style.lines(
      TerminalPlot.Mark.training.entry(words.training, style), first: "  ", rest: "    ")
      + style.lines(
        [
          TerminalPlot.Mark.heldOut.entry(heldOut, style),
          TerminalPlot.Mark.both.entry("both", style),
        ], first: "  ", rest: "  ")
  }
}

extension TerminalPlot.Mark {
  /// Of costs of what is trained with, of what is held out, and of both in one cell.
  static let training = TerminalPlot.Mark(unicode: "●", ascii: "o", paint: .bold, rank: 3)
  static let heldOut = TerminalPlot.Mark(unicode: "○", ascii: "+", paint: .yellow, rank: 4)
  static let both = TerminalPlot.Mark(unicode: "◐", ascii: "*", paint: .bold, rank: 5)
}
