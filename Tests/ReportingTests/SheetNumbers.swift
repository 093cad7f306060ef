// Every number of a sheet is read from what is printed, and computed again.

import Foundation
import Nabla
import Testing

@Suite struct SheetNumbers {
  enum Format: String, CaseIterable, Sendable { case markdown, latex, html, json }

  @Test(
    "printed numbers put in give the printed value, or a note says what they give",
    arguments: SheetExample.pairs + SheetExample.shapes)
  func recomputed(_ example: SheetExample) throws {
    let sheet = try example.sheet(.answer)
    let ids = sheet.example.lines.map(\.id)
    for format in Format.allCases {
      let text = Self.text(sheet, format)
      let lines = try Self.lines(text, format)
      #expect(lines.map(\.id) == ids, "\(example), \(format)")
      let notes = format == .json ? try Self.jsonNotes(text) : SheetReading.notes(text)
      for line in lines { Self.check(line, notes, lines, sheet, "\(example), \(format)") }
    }
  }

  @Test("the printed factors of a path give its printed value, or a note says what they give")
  func paths() throws {
    let sheet = try SheetExample.large.sheet(.answer, hasPaths: true)
    for format in [Format.markdown, .latex, .html] {
      let text = Self.text(sheet, format)
      let lines = try Self.lines(text, format)
      let paths = lines.filter { $0.id.hasPrefix("P") }
      #expect(paths.count == sheet.paths[0].count)
      let notes = SheetReading.notes(text)
      for path in paths { Self.check(path, notes, lines, sheet, "\(format)") }
    }
  }

  @Test("the table beside the parameters prints the lines' gradients, and what differences measure")
  func parameters() throws {
    let sheet = try SheetExample.large.sheet(.answer, isChecked: true)
    let text = Self.text(sheet, .markdown)
    let lines = SheetReading.markdown(text)
    let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| $`") }
    #expect(rows.count == sheet.example.section(.gradient).count)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let parameter = SheetReading.plain(cells[0].everything(between: "$`", and: "`$")[0])
      let line = lines.first { $0.left == "((\\partial J)/(\\partial \(parameter)))" }
      let gradient = try #require(ReadNumber(Self.decimal(cells[2])), "\(row)")
      #expect(line?.stages.last.flatMap(SheetArithmetic.value) == gradient.value, "\(row)")
      let measured = try #require(SheetArithmetic.value(Self.decimal(cells[3])), "\(row)")
      #expect((measured - gradient.value).magnitude <= gradient.halfUnit + 1e-7, "\(row)")
    }
  }

  @Test("the marking key names lines, and prints for each another value than the sheet")
  func markingKey() throws {
    let sheet = try SheetExample.small.sheet(.marking)
    let text = Self.text(sheet, .markdown)
    let lines = SheetReading.markdown(text)
    let rows = text.components(separatedBy: "\n").filter {
      $0.hasPrefix("|") && $0.contains(#/ BP\d: /#)
    }
    let key = try #require(sheet.example.markingKey)
    #expect(rows.count == key.count)
    for (row, marked) in zip(rows, key) {
      let pairs = row.matches(of: #/(B\d+)\s(−?[0-9.]+)/#)
      #expect(pairs.map { String($0.1) } == marked.values.map(\.line), "\(row)")
      for pair in pairs {
        let right = lines.first { $0.id == pair.1 }?.stages.last.flatMap(SheetArithmetic.value)
        #expect(right != SheetArithmetic.value(String(pair.2)), "\(row)")
      }
    }
  }

  /// A cell without the marks of a formula, as arithmetic.
  private static func decimal(_ cell: String) -> String {
    SheetReading.plain(cell.replacing("$`", with: "").replacing("`$", with: ""))
  }

  static func text(_ sheet: Sheet, _ format: Format) -> String {
    let content = SheetContent(sheet)
    return switch format {
    case .markdown: content.markdown()
    case .latex: content.latex()
    case .html: content.html()
    case .json: Sheet.json([sheet])
    }
  }

  static func lines(_ text: String, _ format: Format) throws -> [ReadLine] {
    switch format {
    case .markdown: SheetReading.markdown(text)
    case .latex: SheetReading.latex(text)
    case .html: SheetReading.html(text)
    case .json: try SheetReading.json(text)
    }
  }

  static func jsonNotes(_ text: String) throws -> [String: Double] {
    try SheetReading.sheets(text).flatMap { $0["lines"] as? [[String: Any]] ?? [] }
      .reduce(into: [:]) { notes, line in
        guard let other = line["printedOperandsGive"] as? String else { return }
        notes[line["id"] as? String ?? ""] = Double(other)
      }
  }

  /// Computes a line again. One whose formula is a letter has the value of that letter.
  private static func check(
    _ line: ReadLine, _ notes: [String: Double], _ lines: [ReadLine], _ sheet: Sheet,
    _ place: String
  ) {
    guard let printed = line.stages.last.flatMap(ReadNumber.init) else {
      Issue.record("\(place), \(line.id): no value in \(line.stages)")
      return
    }
    // A line may have its value alone: "h′(z_1) = 1".
    let numbers = line.stages[max(0, line.stages.count - 2)]
    let operands =
      SheetArithmetic.value(numbers) ?? value(of: numbers, before: line, lines)
      ?? given(line, sheet)
    guard let operands else {
      Issue.record("\(place), \(line.id): \(line.stages) cannot be computed")
      return
    }
    let words = "\(place), \(line.id): \(line.stages) = \(operands)"
    if let note = notes[line.id] {
      // As far from each other as the note says: each is within half a unit of its own.
      #expect((operands - note).magnitude <= printed.halfUnit * (1 + 1e-6) + 1e-12, "\(words)")
      #expect((operands - printed.value).magnitude >= printed.halfUnit * (1 - 1e-6), "\(words)")
    } else {
      #expect(printed.isPrinted(operands), "\(words)")
    }
  }

  /// What the last line before printed for a letter.
  private static func value(
    of letter: String, before line: ReadLine, _ lines: [ReadLine]
  ) -> Double? {
    lines.prefix { $0.id != line.id }.last { $0.left == letter }?.stages.last
      .flatMap(SheetArithmetic.value)
  }

  /// The number that is given for a letter that is the whole formula.
  private static func given(_ line: ReadLine, _ sheet: Sheet) -> Double? {
    guard
      case .letter(let letter)? = sheet.example.lines.first(where: { $0.id == line.id })?.formula
    else { return nil }
    return sheet.example.given.value(of: letter)
  }
}
