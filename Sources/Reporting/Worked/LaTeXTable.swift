// A table of a sheet in LaTeX: in pieces that fit on a page, none of which is split.

struct LaTeXTable {
  let table: SheetTable

  /// How many lines of text a piece may have.
  private static let height = 40
  /// How many letters of small text stand side by side on the page.
  private static let width = 100

  var text: String {
    let heights = table.rows.map(height)
    // A row that is higher than a page would stick out below it.
    if heights.contains(where: { $0 > Self.height }) {
      return table.rows.map(paragraph).joined(separator: "\n")
    }
    var pieces: [[[SheetCell]]] = [[]]
    var sum = 0
    for (row, height) in zip(table.rows, heights) {
      if sum + height > Self.height {
        pieces.append([])
        sum = 0
      }
      pieces[pieces.count - 1].append(row)
      sum += height
    }
    return pieces.map(tabular).joined(separator: "\n\n")
  }

  private func tabular(_ rows: [[SheetCell]]) -> String {
    let titles = table.columns.map { "\\textit{\(text($0.title))}" }
    let columns = table.columns.indices.map { column in
      SheetCell.aligned(rows.map { $0[column] })
    }
    let lines = rows.indices.map { row in
      table.columns.indices.map { column in
        columns[column][row].map(inline) ?? boxed(rows[row][column], shares[column])
      }.joined(separator: " & ")
    }
    return "{\\small\\renewcommand{\\arraystretch}{1.3}\n\\begin{tabular}{@{}\(specification)@{}}\n"
      + titles.joined(separator: " & ") + " \\\\ \\hline\n"
      + lines.map { "\($0) \\\\\n" }.joined() + "\\end{tabular}\\par}"
  }

  private func inline(_ layout: FormulaLayout) -> String {
    "$\(LaTeXNotation.string(layout).trimmed)$"
  }

  private func text(_ cell: SheetCell) -> String {
    if case .words(let words) = cell {
      return LaTeXText.sentence(words.gluedInPairs).replacing("  ", with: " \\enspace ")
    }
    return cell.layout.map(inline) ?? ""
  }

  /// The words of a column that shares the page, in lines.
  private func boxed(_ cell: SheetCell, _ share: Double?) -> String {
    guard let share else { return text(cell) }
    let width = Int((share * 94).rounded(.down))
    return "\\parbox[t]{0.\(width < 10 ? "0" : "")\(width)\\textwidth}{\\raggedright\\strut "
      + text(cell) + "\\strut}"
  }

  /// The row as a paragraph: `mistake: what is done: what it prints`.
  private func paragraph(_ row: [SheetCell]) -> String {
    "{\\small\\raggedright \(row.map(text).joined(separator: "\\quad "))\\par}"
  }

  // MARK: - Columns

  /// How many letters the widest cell of each column has, if it holds words.
  private var widths: [Int?] {
    table.columns.indices.map { column in
      let words = table.rows.compactMap { row -> Int? in
        if case .words(let words) = row[column] { return words.count }
        return nil
      }
      return words.max()
    }
  }

  /// Columns of long words share the page, by their widths as long as these are no whole lines.
  private var shares: [Double?] {
    let long = widths.map { $0.flatMap { $0 > 24 ? min($0, 60) : nil } }
    let rest = zip(widths, long).reduce(Self.width) { rest, width in
      width.1 == nil ? rest - (width.0 ?? 12) - 3 : rest
    }
    let sum = max(1, long.compactMap(\.self).reduce(0, +))
    return long.map { $0.map { Double($0) / Double(sum) * Double(rest) / Double(Self.width) } }
  }

  private var specification: String {
    table.columns.map { $0.isNumeric ? "r" : "l" }.joined()
  }

  private func height(_ row: [SheetCell]) -> Int {
    zip(row, shares).map { cell, share in
      guard let share, case .words(let words) = cell else { return 1 }
      return words.count / max(1, Int(share * Double(Self.width))) + 1
    }.max() ?? 1
  }
}

extension String {
  /// `B1 0.7160  B2 0.4623`: a line does not end between a number and what it belongs to.
  var gluedInPairs: String {
    contains("  ")
      ? replacing("  ", with: "\n").replacing(" ", with: "\u{A0}").replacing("\n", with: "  ")
      : self
  }
}
