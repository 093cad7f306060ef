// Cells of a sheet as formulas: numbers with their decimal points below each other.

import Notation
import WorkedExamples

extension SheetCell {
  /// The cell as a formula; `nil` for words.
  var layout: FormulaLayout? {
    switch self {
    case .words: nil
    case .formula(let formula): SheetRows.builder.layout(formula)
    case .number(let number): SheetRows.builder.layout(number.numeral)
    case .digits(let digits): .decimal(digits)
    case .blank: .blank
    case .ellipsis: .identifier("…")
    }
  }

  /// The decimals with their point; `nil` where no point stands in a column.
  private var tail: Substring? {
    switch self {
    case .number(let number) where number.powerOfTen == nil: number.digits.drop { $0 != "." }
    case .digits(let digits) where !digits.contains("e"): digits.drop { $0 != "." }
    default: nil
    }
  }

  /// Cells of one column, each with the room of the decimals that others have and it has not.
  static func aligned(_ cells: [SheetCell]) -> [FormulaLayout?] {
    let longest = cells.compactMap { $0.tail?.count }.max() ?? 0
    return cells.map { cell in
      guard let layout = cell.layout, let tail = cell.tail, tail.count < longest else {
        return cell.layout
      }
      let zeros = String(repeating: "0", count: longest - max(1, tail.count))
      return .row([layout, .room((tail.isEmpty ? "." : "") + zeros)])
    }
  }

  /// The rows of a matrix, its columns aligned.
  static func grid(_ rows: [[SheetCell]]) -> FormulaLayout {
    let columns = (rows.first ?? []).indices.map { column in aligned(rows.map { $0[column] }) }
    let cells = rows.indices.map { row in columns.map { $0[row] ?? .nothing } }
    if cells.count == 1, cells[0].count == 1 { return cells[0][0] }
    return FormulaLayout.grid(cells).inParentheses
  }
}

extension FormulaLayout {
  /// A number in the digits that it is printed with: `−0.1310461`, `2.1e-5`.
  static func decimal(_ digits: String) -> FormulaLayout {
    let isNegative = digits.first == "-" || digits.first == "−"
    let parts = digits.dropFirst(isNegative ? 1 : 0).split(separator: "e")
    var row: [FormulaLayout] = isNegative ? [.sign(.negative)] : []
    row.append(.number(String(parts.first ?? "")))
    if parts.count == 2 {
      let exponent = decimal(String(parts[1]))
      row += [.sign(.dot), .scripts(.number("10"), lower: nil, upper: exponent)]
    }
    return row.count == 1 ? row[0] : .row(row)
  }

  /// Given vectors and matrices, `W = ( … )` each, side by side as long as there is room.
  static func groups(
    _ matrices: [(name: Expression, rows: [[SheetCell]])], limit: Double
  ) -> [[FormulaLayout]] {
    var groups: [[FormulaLayout]] = []
    var room = 0.0
    for (name, rows) in matrices {
      let equation = row([SheetRows.builder.layout(name), .sign(.equal), SheetCell.grid(rows)])
      let width = equation.width + 4
      if groups.isEmpty || width > room {
        groups.append([])
        room = limit
      }
      groups[groups.count - 1].append(equation)
      room -= width
    }
    return groups
  }
}
