// A plot made of characters.

/// A grid of characters; `lines` puts axes around it.
struct TerminalPlot {
  /// What can stand in a cell.
  struct Mark: Equatable {
    let unicode: Character
    let ascii: Character
    let paint: TextStyle.Paint?
    /// A mark stands over those of lower rank.
    let rank: Int

    func character(_ charset: TextStyle.Charset) -> Character {
      charset == .ascii ? ascii : unicode
    }

    /// An entry of a legend.
    func entry(_ words: String, _ style: TextStyle) -> String {
      "\(character(style.charset)) \(words)"
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
  ///
  /// - Parameter joint: what stands for both where `other` is there already.
  mutating func put(
    _ mark: Mark, x: Double, y: Double, over other: Mark? = nil, joint: Mark? = nil
  ) {
    guard x.isFinite, y.isFinite, x.magnitude < 2, y.magnitude < 2 else { return }
    let (column, row) = (column(x), row(y))
    guard 0..<columns ~= column, 0..<rows ~= row else { return }
    let isJoint = other != nil && cells[row * columns + column] == other
    put(isJoint ? joint ?? mark : mark, column: column, row: row)
  }

  mutating func put(_ mark: Mark, column: Int, row: Int) {
    guard 0..<columns ~= column, 0..<rows ~= row else { return }
    let position = row * columns + column
    if cells[position].rank < mark.rank { cells[position] = mark }
  }

  /// A row as text.
  func text(row: Int, _ style: TextStyle) -> String {
    cells[row * columns..<(row + 1) * columns].map { mark in
      let text = String(mark.character(style.charset))
      return mark.paint.map { style.paint(text, $0) } ?? text
    }.joined()
  }
}

extension TerminalPlot.Mark {
  static let empty = TerminalPlot.Mark(unicode: " ", ascii: " ", paint: nil, rank: 0)
  /// Of a line from the bottom to the top.
  static let marker = TerminalPlot.Mark(unicode: "┊", ascii: "|", paint: .faint, rank: 1)
}
