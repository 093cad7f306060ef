// A table of a sheet on an HTML page.

struct HTMLSheetTable {
  let table: SheetTable

  var text: String {
    let columns = table.columns.indices.map { column in
      SheetCell.aligned(table.rows.map { $0[column] })
    }
    let rows = table.rows.indices.map { row in
      let cells = table.columns.indices.map { column in
        "<td\(style(column))>\(columns[column][row].map(math) ?? words(table.rows[row][column]))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let titles = table.columns.indices.map { column in
      let title = table.columns[column].title
      return "<th scope=\"col\"\(style(column))>\(title.layout.map(math) ?? words(title))</th>"
    }
    return "<table>\n<thead><tr>\(titles.joined())</tr></thead>\n<tbody>\n"
      + rows.joined(separator: "\n") + "\n</tbody>\n</table>"
  }

  private func style(_ column: Int) -> String {
    table.columns[column].isNumeric ? " class=\"numbers\"" : ""
  }

  private func math(_ layout: FormulaLayout) -> String {
    "<math>\(MathMLNotation.string(layout))</math>"
  }

  /// Words; pairs like `B1 0.7160` stay together.
  private func words(_ cell: SheetCell) -> String {
    guard case .words(let words) = cell else { return "" }
    return words.gluedInPairs.components(between: "  ").map(HTMLText.sentence)
      .joined(separator: "<span class=\"gap\"> </span> ")
  }
}

extension String {
  /// What stands between separators.
  fileprivate func components(between separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
