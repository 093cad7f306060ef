// Sheets as documents: well-formed, complete, nothing from elsewhere, and names only text.

import Foundation
import Nabla
import Testing

@Suite struct SheetDocuments {
  private static let hostile = #"</style><script>alert("1")</script> \input{x} $`a`$ | **b** h_k"#
  private let contents: [SheetContent]
  private let sheets: [Sheet]
  private let page: String

  init() throws {
    let example = SheetExample(
      seed: 4, sizes: [2, 2, 1], activations: [.rectifier()], hypothesis: .identity,
      cost: .quadratic, penalty: Penalty(l2: 0.1, l1: 0.2), examples: 2, name: Self.hostile)
    sheets = try [
      example.sheet(.marking, isChecked: true, hasPaths: true), example.sheet(.question),
      example.sheet(.question, fading: 2),
    ]
    contents = sheets.map { SheetContent($0) }
    page = SheetContent.html(contents, title: Self.hostile)
  }

  @Test("a page of sheets is well-formed, and every address on it is given once")
  func wellFormed() {
    #expect(HTMLElements(page).isBalanced)
    #expect(HTMLElements.isXML(page))
    let ids = page.everything(between: " id=\"", and: "\"")
    #expect(Set(ids).count == ids.count)
    #expect(Set(page.everything(between: "href=\"#", and: "\"")).isSubset(of: ids))
  }

  @Test("a page of sheets has no script and needs nothing from elsewhere")
  func selfContained() {
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("@import"))
    #expect(!page.contains("src=") && !page.contains("href=\"http") && !page.contains("url("))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test("each sheet begins on a page of its own, with its name at the foot")
  func pages() {
    for number in 1...3 {
      #expect(page.contains("#sheet-\(number) { page: sheet-\(number); }"))
      #expect(page.contains("<article class=\"sheet\" id=\"sheet-\(number)\">"))
    }
    let latex = SheetContent.latex(contents)
    #expect(latex.components(separatedBy: "\n\\clearpage\n").count == 3)
    #expect(latex.components(separatedBy: "\n\\renewcommand{\\sheetname}{").count == 4)
  }

  @Test("a blank is a rule to write on")
  func blanks() {
    let count = contents.flatMap(\.blocks).reduce(0) { sum, block in
      switch block {
      case .lines(let lines):
        sum + lines.flatMap(\.stages).count { if case .blank = $0 { true } else { false } }
      case .table(let table):
        sum + table.rows.joined().count { if case .blank = $0 { true } else { false } }
      default: sum
      }
    }
    func rules(_ text: String, _ rule: String) -> Int {
      text.components(separatedBy: rule).count - 1
    }
    #expect(rules(page, "<mspace class=\"blank\"") == count)
    #expect(rules(SheetContent.latex(contents), "\\underline{\\hspace{6em}}") == count)
    #expect(rules(SheetContent.markdown(contents), "\\underline{\\hspace{6em}}") == count)
  }

  @Test("amsmath is the only package of LaTeX")
  func packages() {
    let latex = SheetContent.latex(contents)
    #expect(latex.everything(between: "\\usepackage{", and: "}") == ["amsmath"])
    #expect(!latex.contains("\\input{") && !latex.contains("\\usepackage["))
  }

  @Test("hostile names are only text in Markdown")
  func markdown() {
    let markdown = SheetContent.markdown(contents)
    #expect(!markdown.contains("<script") && !markdown.contains("**b**"))
    #expect(!markdown.contains("$`a`$"))
  }

  @Test("JSON has the numbers of each sheet, and null for what is to be found")
  func json() throws {
    let read = try SheetReading.sheets(Sheet.json(sheets))
    #expect(read.map { $0["sheet"] as? String } == ["marking", "question", "question"])
    #expect(read.map { $0["name"] as? String } == [Self.hostile, Self.hostile, Self.hostile])
    for (object, sheet) in zip(read, sheets) {
      let lines = try #require(object["lines"] as? [[String: Any]])
      let blanks = lines.filter { $0["value"] is NSNull }.map { $0["id"] as? String ?? "" }
      #expect(Set(blanks) == sheet.blanks)
      #expect(lines.allSatisfy { ($0["printed"] is NSNull) == ($0["value"] is NSNull) })
      for line in lines {
        let own = sheet.example.lines.first { $0.id == line["id"] as? String }
        if let value = line["value"] as? Double {
          // Foundation reads some numbers one unit of the last place off.
          let own = try #require(own?.value.real)
          #expect((value - own).magnitude <= 2 * own.ulp, "\(value) \(own)")
        }
      }
    }
    let key = try #require(read[0]["markingKey"] as? [[String: Any]])
    #expect(key.count == sheets[0].example.markingKey?.count)
    let parameters = try #require(read[0]["parameters"] as? [[String: Any]])
    for parameter in parameters {
      let gradient = try #require(parameter["gradient"] as? Double)
      let measured = try #require(parameter["measured"] as? Double)
      #expect((gradient - measured).magnitude <= 1e-7 * max(1, gradient.magnitude))
    }
  }

  @Test("a name that is no number stays out of JSON's numbers: no NaN")
  func finite() throws {
    let text = Sheet.json(try SheetExample.shapes.prefix(5).map { try $0.sheet(.answer) })
    #expect(!text.contains("nan") && !text.contains("inf,"))
  }

  @Test(
    "pdflatex compiles sheets of every kind, without a line that sticks out",
    .enabled(if: LaTeXTool.latex != nil, "pdflatex is not installed"))
  func compiles() throws {
    let examples: [SheetExample] = [.small, .large, .deep]
    let more = try examples.map { SheetContent(try $0.sheet(.marking, hasPaths: true)) }
    let text = SheetContent.latex(contents + more)
    let (status, output) = try LaTeXTool.withFolder { folder in
      try text.write(
        to: folder.appendingPathComponent("sheets.tex"), atomically: true, encoding: .utf8)
      return try #require(LaTeXTool.latex).run(
        ["-interaction=nonstopmode", "-halt-on-error", "sheets.tex"], in: folder)
    }
    #expect(status == 0, "\(output.suffix(3000))")
    #expect(!output.contains("Overfull"), "\(output.suffix(3000))")
  }
}
