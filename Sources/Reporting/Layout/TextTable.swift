// Tables with aligned columns, for terminals and for Markdown.

/// A table: headings and rows of text.
package struct TextTable {
  package struct Column {
    package enum Alignment { case left, right, point }

    let heading: String
    let alignment: Alignment

    package static func left(_ heading: String) -> Column {
      Column(heading: heading, alignment: .left)
    }
    package static func right(_ heading: String) -> Column {
      Column(heading: heading, alignment: .right)
    }
    /// Numbers below each other with their decimal points.
    package static func point(_ heading: String) -> Column {
      Column(heading: heading, alignment: .point)
    }

    /// Cells as wide as each other.
    func aligned(_ cells: [String]) -> [String] {
      guard alignment == .point else { return cells }
      let tails = cells.map { cell in
        cell.displayWidth
          - (cell.firstIndex { ".e".contains($0) }.map { cell[..<$0].displayWidth }
            ?? cell.displayWidth)
      }
      let longest = tails.max() ?? 0
      return zip(cells, tails).map { cell, tail in
        cell + String(repeating: " ", count: longest - tail)
      }
    }
  }

  let columns: [Column]
  let rows: [[String]]

  package init(_ columns: [Column], _ rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "rows are not \(columns.count) cells long")
    self.columns = columns
    self.rows = rows
  }

  /// Aligned columns; where they are wider than the page, every row as a list of `heading cell`.
  package func lines(_ style: TextStyle, indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let headings = columns.map { style.spell($0.heading) }
    let aligned = columns.indices.map { c in columns[c].aligned(rows.map { style.spell($0[c]) }) }
    let cells = rows.indices.map { row in aligned.map { $0[row] } }
    let widths = columns.indices.map { c in
      cells.reduce(headings[c].displayWidth) { max($0, $1[c].displayWidth) }
    }
    for gap in [3, 2, 1] {
      let total = indent + widths.reduce(0, +) + gap * (columns.count - 1)
      guard total <= style.width else { continue }
      func line(_ row: [String]) -> String {
        let padded = row.indices.map {
          row[$0].padded(to: widths[$0], isRight: columns[$0].alignment != .left)
        }
        let text = margin + padded.joined(separator: String(repeating: " ", count: gap))
        let end = text.utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return end.map { String(text[...$0]) } ?? ""
      }
      return [style.paint(line(headings), .faint)] + cells.map(line)
    }
    return rows.flatMap { row in
      style.lines(
        row.indices.filter { !row[$0].isEmpty }.map { "\(headings[$0]) \(row[$0])" },
        first: margin, rest: margin + "    ")
    }
  }

  /// A table of GitHub's Markdown. Cells are Markdown already.
  var markdown: [String] {
    func line(_ row: [String]) -> String { "| " + row.joined(separator: " | ") + " |" }
    return [
      line(columns.map(\.heading)), line(columns.map { $0.alignment == .left ? ":--" : "--:" }),
    ]
      + rows.map(line)
  }
}
