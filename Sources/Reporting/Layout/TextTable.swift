// Tables with aligned columns, for terminals and for Markdown.

/// A table: headings and rows of text.
struct TextTable {
  struct Column {
    let heading: String
    let isRight: Bool

    static func left(_ heading: String) -> Column { Column(heading: heading, isRight: false) }
    static func right(_ heading: String) -> Column { Column(heading: heading, isRight: true) }
  }

  let columns: [Column]
  let rows: [[String]]

  init(_ columns: [Column], _ rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "rows are not \(columns.count) cells long")
    self.columns = columns
    self.rows = rows
  }

  /// Aligned columns; where they are wider than the page, every row as a list of `heading cell`.
  func lines(_ style: TextStyle, indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let headings = columns.map { style.spell($0.heading) }
    let cells = rows.map { $0.map(style.spell) }
    let widths = columns.indices.map { c in
      cells.reduce(headings[c].displayWidth) { max($0, $1[c].displayWidth) }
    }
    for gap in [3, 2, 1] {
      let total = indent + widths.reduce(0, +) + gap * (columns.count - 1)
      guard total <= style.width else { continue }
      func line(_ row: [String]) -> String {
        let padded = row.indices.map {
          row[$0].padded(to: widths[$0], isRight: columns[$0].isRight)
        }
        let text = margin + padded.joined(separator: String(repeating: " ", count: gap))
        return String(text.reversed().drop { $0 == " " }.reversed())
      }
      return [style.paint(line(headings), .faint)] + cells.map(line)
    }
    return cells.flatMap { row in
      style.lines(
        row.indices.filter { !row[$0].isEmpty }.map { "\(headings[$0]) \(row[$0])" },
        first: margin, rest: margin + "    ")
    }
  }

  /// A table of GitHub's Markdown. Cells are Markdown already.
  var markdown: [String] {
    func line(_ row: [String]) -> String { "| " + row.joined(separator: " | ") + " |" }
    return [line(columns.map(\.heading)), line(columns.map { $0.isRight ? "--:" : ":--" })]
      + rows.map(line)
  }
}
