// The axes of a plot made of characters.

extension TerminalPlot {
  /// The columns that the labels of the heights take.
  static let margin = 7

  /// A plot that fills a page.
  init(_ style: TextStyle, atMost columns: Int = .max, rows: Int) {
    self.init(columns: min(columns, style.width) - Self.margin - 3, rows: rows)
  }

  /// The rows with the heights beside them, the axis and the labels below it.
  ///
  /// - Parameter breakAt: where along the axis it leaves something out, as a fraction.
  func lines(
    heights: [AxisScale.Tick], places: [AxisScale.Tick], breakAt: Double? = nil, _ style: TextStyle
  ) -> [String] {
    let isASCII = style.charset == .ascii
    let labels = Dictionary(
      heights.map { (row($0.fraction), $0.label) }, uniquingKeysWith: { first, _ in first })
    let rows = (0..<rows).map { row in
      let label = labels[row] ?? ""
      let axis = isASCII ? "|" : label.isEmpty ? "│" : "┤"
      let line =
        label.padded(to: Self.margin, isRight: true) + " " + axis + text(row: row, style)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return rows + axis(places, breakAt, isASCII)
  }

  /// The axis below, and the labels below that.
  private func axis(
    _ places: [AxisScale.Tick], _ breakAt: Double?, _ isASCII: Bool
  ) -> [String] {
    var line = Array(repeating: isASCII ? "-" : "─", count: columns)
    var labels = PlotLine(width: columns)
    for tick in places {
      let column = column(tick.fraction)
      line[column] = isASCII ? "+" : "┬"
      labels.put(tick.label, at: column)
    }
    if let breakAt {
      line.replaceSubrange(column(breakAt)...column(breakAt) + 1, with: ["/", "/"])
    }
    return [
      Self.indent.dropLast() + (isASCII ? "+" : "└") + line.joined(), Self.indent + labels.text,
    ]
  }

  /// The space before the plot itself.
  static let indent = String(repeating: " ", count: margin + 2)
}

/// A line in which words are put at columns, as long as they don't touch.
struct PlotLine {
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
