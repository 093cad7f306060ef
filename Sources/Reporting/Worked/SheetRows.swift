// A line of a sheet in rows that fit on paper: broken between its stages, a long stage before its signs.

import Deriving
import Notation

struct SheetRows {
  /// A row, and whether it begins with a stage or goes on with one.
  struct Row {
    let isStage: Bool
    var parts: [FormulaLayout]

    var layout: FormulaLayout { .row(parts) }
    var width: Double { layout.width }
  }

  let left: FormulaLayout
  private(set) var rows: [Row] = []

  /// - Parameter limit: how wide a row may be, without the left side, in letters (`FormulaLayout.width`).
  init(_ line: SheetLine, limit: Double) {
    left = Self.builder.layout(line.left)
    for (position, stage) in line.stages.enumerated() {
      let sign = FormulaLayout.sign(position == 0 && line.isAssignment ? .defined : .equal)
      let pieces = stage.pieces(line.left, limit: limit - sign.width)
      add([sign, pieces[0]], isWhole: pieces.count == 1, limit)
      rows += pieces.dropFirst().map { Row(isStage: false, parts: [$0]) }
    }
  }

  static let builder = FormulaBuilder(understoodExample: nil)

  /// A stage that is whole stands behind the one before, where there is room.
  private mutating func add(_ parts: [FormulaLayout], isWhole: Bool, _ limit: Double) {
    if isWhole, let last = rows.last, last.width + FormulaLayout.row(parts).width <= limit {
      rows[rows.count - 1].parts += parts
    } else {
      rows.append(Row(isStage: true, parts: parts))
    }
  }
}

extension SheetLine.Stage {
  /// The stage, or its rows where it is too wide.
  func pieces(_ left: Expression, limit: Double) -> [FormulaLayout] {
    switch self {
    case .formula(let formula):
      EquationRows(Equation(left, formula), SheetRows.builder, limit: limit).rows
    case .number(let number): [SheetRows.builder.layout(number.numeral)]
    case .blank: [.blank]
    }
  }
}
