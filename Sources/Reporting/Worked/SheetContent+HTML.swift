// Sheets as one HTML page: MathML, one style sheet inside, no script, nothing from elsewhere.

import Notation
import WorkedExamples

extension SheetContent {
  /// Sheets as one page, which prints on A4 and on Letter: each sheet begins on a page of its own and has
  /// its name at the foot of every page, where the browser knows how to.
  ///
  /// Line F3 has the address `#F3`; on the second of several sheets `#2-F3`.
  public static func html(_ sheets: [SheetContent], title: String) -> String {
    let style = [
      HTMLStyle.sheet, PictureStyle.sheet, SheetStyle.sheet,
      SheetStyle.pages(sheets.map(\.footer)),
    ]
    return HTMLDocument.text(
      title: title, style: style.joined(separator: "\n"),
      body: parts(sheets).joined(separator: "\n"))
  }

  /// The sheet as a page.
  public func html() -> String { Self.html([self], title: title) }

  private static func parts(_ sheets: [SheetContent]) -> [String] {
    let articles = sheets.enumerated().map { position, sheet in
      HTMLSheet(content: sheet, number: position + 1, isAlone: sheets.count == 1).text
    }
    return (sheets.count > 1 ? [contents(sheets)] : []) + ["<main>"] + articles + ["</main>"]
  }

  private static func contents(_ sheets: [SheetContent]) -> String {
    let items = sheets.enumerated().map { position, sheet in
      "<li><a href=\"#sheet-\(position + 1)\">\(HTMLText.escaped(sheet.footer))</a></li>"
    }
    return "<nav aria-label=\"Sheets\">\n<ol>\n\(items.joined(separator: "\n"))\n</ol>\n</nav>"
  }
}

/// One sheet of the page.
private struct HTMLSheet {
  let content: SheetContent
  let number: Int
  let isAlone: Bool

  /// What stands before a line's number in an address.
  private var prefix: String { isAlone ? "" : "\(number)-" }

  var text: String {
    let head = [
      "<article class=\"sheet\" id=\"sheet-\(number)\">",
      "<h1>\(HTMLText.escaped(content.title))</h1>",
      "<p class=\"note\">\(HTMLText.escaped(content.footer))</p>",
    ]
    return (head + content.blocks.map(text) + ["</article>"]).joined(separator: "\n")
  }

  private func text(_ block: SheetBlock) -> String {
    switch block {
    case .heading(let title): "<h2>\(HTMLText.sentence(title))</h2>"
    case .sentences(let sentences): sentences.map(sentence).joined(separator: "\n")
    case .matrices(let matrices): self.matrices(matrices)
    case .lines(let lines):
      "<ol class=\"lines\" role=\"list\">\n"
        + lines.map { HTMLSheetLine(line: $0, prefix: prefix).text }.joined(separator: "\n")
        + "\n</ol>"
    case .table(let table): HTMLSheetTable(table: table).text
    case .picture(let network):
      "<div class=\"picture\">"
        + NetworkPicture(network, prefix: "network-\(number)").inlineSVG(hasStyle: false)
        + "</div>"
    }
  }

  private func sentence(_ sentence: (label: String, text: String)) -> String {
    let label = HTMLText.escaped(sentence.label)
    return "<p class=\"sentence\">" + (label.isEmpty ? "" : "<b>\(label)</b> ")
      + HTMLText.sentence(sentence.text) + "</p>"
  }

  private func matrices(_ matrices: [(name: Expression, rows: [[SheetCell]])]) -> String {
    let equations = FormulaLayout.groups(matrices, limit: .infinity).joined().map {
      MathMLNotation.element($0, isBlock: true)
    }
    return "<div class=\"given\">\n\(equations.joined(separator: "\n"))\n</div>"
  }
}
