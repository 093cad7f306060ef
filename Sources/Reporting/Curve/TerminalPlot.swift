// A plot made of characters.

/// A grid of characters with axes.
struct TerminalPlot {
  /// What can stand in a cell, the later ones over the earlier ones.
  enum Mark: Int {
    case empty, marker, rounding, truncation, error

    func character(_ charset: TextStyle.Charset) -> Character {
      switch (self, charset) {
      case (.empty, _): " "
      case (.marker, .unicode): "┊"
      case (.marker, .ascii): "|"
      case (.rounding, .unicode): "·"
      case (.rounding, .ascii): "."
      case (.truncation, _): "+"
      case (.error, .unicode): "●"
      case (.error, .ascii): "o"
      }
    }
  }

  let columns: Int
  let rows: Int
  private var cells: [Mark]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: .empty, count: columns * rows)
  }

  /// The column of a fraction of the width.
  func column(_ x: Double) -> Int { Int((x * Double(columns - 1)).rounded()) }

  /// The row of a fraction of the height, counted from the top.
  func row(_ y: Double) -> Int { Int(((1 - y) * Double(rows - 1)).rounded()) }

  /// Puts a mark at a place given in fractions; outside of the grid nothing is drawn.
  mutating func put(_ mark: Mark, x: Double, y: Double) {
    guard x.isFinite, y.isFinite, x.magnitude < 2, y.magnitude < 2 else { return }
    put(mark, column: column(x), row: row(y))
  }

  mutating func put(_ mark: Mark, column: Int, row: Int) {
    guard 0..<columns ~= column, 0..<rows ~= row else { return }
    let position = row * columns + column
    if cells[position].rawValue < mark.rawValue { cells[position] = mark }
  }

  /// A row as text.
  func text(row: Int, _ style: TextStyle) -> String {
    cells[row * columns..<(row + 1) * columns].map { mark in
      let text = String(mark.character(style.charset))
      switch mark {
      case .empty: return text
      case .marker, .rounding: return style.paint(text, .faint)
      case .truncation: return style.paint(text, .yellow)
      case .error: return style.paint(text, .bold)
      }
    }.joined()
  }
}
