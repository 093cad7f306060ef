// Sheets for a terminal or a printer without formulas.

import Notation
import WorkedExamples

extension SheetContent {
  /// Some sheets below each other, a form feed between them where they go to a printer.
  public static func text(_ sheets: [SheetContent], style: TextStyle = .plain) -> String {
    sheets.map { SheetText(style: style).text($0) }.joined(separator: "\n")
  }
}

/// Lays a sheet out in columns.
struct SheetText {
  let style: TextStyle
  private let writer = NotationWriter()

  init(style: TextStyle) { self.style = style }

  func text(_ sheet: SheetContent) -> String {
    var lines = [style.paint(spell(sheet.title), .bold)]
    for block in sheet.blocks { lines += self.lines(block) }
    return (lines + ["", style.paint(spell(sheet.footer), .faint)]).joined(separator: "\n") + "\n"
  }

  private func spell(_ text: String) -> String { style.spell(style.notation(text)) }

  private func lines(_ block: SheetBlock) -> [String] {
    switch block {
    case .heading(let words): return ["", style.paint(spell(words), .bold), ""]
    case .sentences(let sentences):
      return (sentences.first?.label == "conventions" ? [""] : [])
        + sentences.flatMap { sentence in
          // M = 1 is not broken.
          let text = sentence.text.replacing(" = ", with: "\u{A0}=\u{A0}")
          return style.labelled(sentence.label, style.notation(text))
        }
    case .matrices(let matrices): return matrices.flatMap { matrix($0.name, $0.rows) }
    case .lines(let lines):
      let column = lines.reduce(0) { max($0, $1.id.count) } + 4
      return lines.flatMap { self.lines($0, column: column) }
    case .table(let table): return self.table(table)
    case .picture: return []
    }
  }

  // MARK: - Lines

  /// `B8  δ_1^(2) = ∂J/∂a_1^(2) · g′(z_1^(2)) = 0.2864 · 0.2288 = 0.0655   BP2, line 8`, the stages
  /// below each other where they are too long for one row.
  private func lines(_ line: SheetLine, column: Int) -> [String] {
    let id = ("  " + line.id + (line.isMarked ? "*" : "")).padded(to: column, isRight: false)
    let reason = spell(line.reason)
    let left = writer.written(line.left).spelled(style.charset).text
    let sign = line.isAssignment ? ":=" : "="
    let stages = line.stages.map(written)
    let short =
      id + left + " \(sign) " + stages.map(\.text).joined(separator: " = ")
    if short.displayWidth + 2 + reason.displayWidth <= style.width {
      let gap = style.width - short.displayWidth - reason.displayWidth
      return [short + String(repeating: " ", count: gap) + style.paint(reason, .faint)]
    }
    return rows(id, left, sign, stages, reason)
  }

  /// A stage a row, broken where it is still too long; the reason behind the last, or below it.
  private func rows(
    _ id: String, _ left: String, _ sign: String, _ stages: [WrittenFormula], _ reason: String
  ) -> [String] {
    let start = id + left + " "
    // Below a long left side there would be little room.
    let isLong = start.displayWidth > style.width / 3
    let column = isLong ? id.displayWidth + 4 : start.displayWidth
    let margin = String(repeating: " ", count: column)
    var rows: [String] = []
    for (position, stage) in stages.enumerated() {
      let sign = position == 0 ? sign : "="
      let lines = stage.lines(width: style.width - column - sign.count - 1, hanging: 2)
      let indent = String(repeating: " ", count: column + sign.count + 3)
      rows += lines.enumerated().map { $0 == 0 ? margin + sign + " " + $1.text : indent + $1.text }
    }
    if isLong {
      rows.insert(start, at: 0)
    } else {
      rows[0] = start + rows[0].dropFirst(column)
    }
    let last = rows[rows.count - 1]
    let gap = style.width - last.displayWidth - reason.displayWidth
    if gap >= 2 {
      rows[rows.count - 1] = last + String(repeating: " ", count: gap) + style.paint(reason, .faint)
    } else {
      let space = String(repeating: " ", count: max(0, style.width - reason.displayWidth))
      rows.append(space + style.paint(reason, .faint))
    }
    return rows
  }

  private func written(_ stage: SheetLine.Stage) -> WrittenFormula {
    switch stage {
    case .formula(let formula): writer.written(formula).spelled(style.charset)
    case .number(let number): writer.written(number.numeral).spelled(style.charset)
    case .blank: WrittenFormula("__________")
    }
  }

  // MARK: - Cells

  private func text(_ cell: SheetCell) -> String {
    switch cell {
    case .words(let words): spell(words)
    case .formula(let formula): writer.written(formula).spelled(style.charset).text
    case .number(let number): spell(number.onPaper)
    case .digits(let digits): spell(digits)
    case .blank: "________"
    case .ellipsis: spell("…")
    }
  }

  /// `W^(2) = |  0.4  0.7 |`, a row of the matrix a row.
  private func matrix(_ name: Expression, _ rows: [[SheetCell]]) -> [String] {
    let label = "  " + writer.written(name).spelled(style.charset).text + " = "
    let cells = rows.map { $0.map(text) }
    let widths = cells[0].indices.map { c in cells.reduce(0) { max($0, $1[c].displayWidth) } }
    let isNumber = rows.count == 1 && rows[0].count == 1
    return cells.enumerated().map { position, row in
      let start =
        position == 0 ? label : String(repeating: " ", count: label.displayWidth)
      let entries = zip(row, widths).map { $0.padded(to: $1, isRight: true) }
      let text = entries.joined(separator: "  ")
      return start + (isNumber ? text : "| \(text) |")
    }
  }

  private func table(_ table: SheetTable) -> [String] {
    let isWordy =
      table.columns.contains { !$0.isNumeric } && table.columns.allSatisfy { !$0.isNumeric }
    if isWordy { return entries(table) }
    let columns = table.columns.map { column in
      column.isNumeric ? TextTable.Column.point(text(column.title)) : .left(text(column.title))
    }
    return TextTable(columns, table.rows.map { $0.map(text) }).lines(style)
  }

  /// Rows of words: the first cell as a heading, the others below it.
  private func entries(_ table: SheetTable) -> [String] {
    table.rows.flatMap { row in
      let head = style.paint("  " + text(row[0]), .bold)
      return [head]
        + row.dropFirst().flatMap { style.lines(text($0), first: "    ", rest: "      ") }
    }
  }
}
