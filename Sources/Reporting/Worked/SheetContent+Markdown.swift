// Sheets as Markdown, with the mathematics of GitHub.

import Notation
import WorkedExamples

extension SheetContent {
  /// Sheets as Markdown, one below the other.
  ///
  /// Every line can be linked to: `#F3`, or `#2-F3` on the second of several sheets. The picture of the
  /// network is left out, since it needs a file of its own.
  public static func markdown(_ sheets: [SheetContent]) -> String {
    sheets.enumerated().map { position, sheet in
      MarkdownSheet(content: sheet, prefix: sheets.count == 1 ? "" : "\(position + 1)-").text
    }.joined(separator: "\n---\n\n")
  }

  /// The sheet as Markdown.
  public func markdown() -> String { Self.markdown([self]) }
}

private struct MarkdownSheet {
  let content: SheetContent
  /// What stands before a line's number in an address.
  let prefix: String

  /// How wide a formula within a paragraph, and a row of one that is set apart, may be: in letters.
  private static let inline = 56.0
  private static let wide = 72.0

  var text: String {
    let head = [
      "# \(Markup.markdown.sentence(content.title))", Markup.markdown.sentence(content.footer),
    ]
    return (head + content.blocks.compactMap(text)).joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: SheetBlock) -> String? {
    switch block {
    case .heading(let title): "## \(MarkdownText.sentence(title))"
    case .sentences(let sentences): sentences.map(sentence).joined(separator: "\n\n")
    case .matrices(let matrices): self.matrices(matrices)
    case .lines(let lines): lines.map(line).joined(separator: "\n\n")
    case .table(let table): self.table(table)
    case .picture: nil
    }
  }

  private func sentence(_ sentence: (label: String, text: String)) -> String {
    let text = MarkdownText.sentence(sentence.text)
    return sentence.label.isEmpty
      ? text : "**\(Markup.markdown.sentence(sentence.label))**: \(text)"
  }

  private func matrices(_ matrices: [(name: Expression, rows: [[SheetCell]])]) -> String {
    FormulaLayout.groups(matrices, limit: Self.wide).map { group in
      block(group.map { LaTeXNotation.string($0).trimmed }.joined(separator: " \\qquad "))
    }.joined(separator: "\n\n")
  }

  private func block(_ latex: String) -> String { "```math\n\(latex)\n```" }

  // MARK: - Lines

  /// A line in one paragraph; one that is too long for that is set apart.
  private func line(_ line: SheetLine) -> String {
    let whole = SheetRows(line, limit: .infinity)
    let left = LaTeXNotation.string(whole.left).trimmed
    let number = "<a id=\"\(prefix)\(line.id)\"></a>**\(line.id)**"
    let words = MarkdownText.sentence(line.reason)
    if whole.left.width + whole.rows[0].width <= Self.inline {
      let right = LaTeXNotation.string(whole.rows[0].layout).trimmed
      return "\(number) \(MarkdownText.inline("\(left) \(right)")) — \(words)"
    }
    let rows = SheetRows(line, limit: Self.wide - whole.left.width).rows
    let latex = rows.enumerated().map { position, row in
      (position == 0 ? "\(left) &" : row.isStage ? "&" : "&\\quad {} ")
        + LaTeXNotation.string(row.layout).trimmed
    }.joined(separator: " \\\\\n")
    return "\(number) — \(words)\n\n" + block("\\begin{aligned}\n\(latex)\n\\end{aligned}")
  }

  // MARK: - Tables

  private func table(_ table: SheetTable) -> String {
    let columns = table.columns.map { column in
      column.isNumeric
        ? TextTable.Column.right(cell(column.title)) : .left(cell(column.title))
    }
    return TextTable(columns, table.rows.map { $0.map(cell) }).markdown.joined(separator: "\n")
  }

  /// Numbers are text, as long as they have no power of ten.
  private func cell(_ cell: SheetCell) -> String {
    switch cell {
    case .words(let words): MarkdownText.sentence(words)
    case .number(let number) where number.powerOfTen == nil: number.onPaper
    case .digits(let digits) where !digits.contains("e"): digits
    case .ellipsis: "…"
    default: MarkdownText.inline(LaTeXNotation.string(cell.layout ?? .nothing))
    }
  }
}
