// From a sheet to its parts.

import Deriving
import NetworkModel
import Notation
public import WorkedExamples

extension SheetContent {
  /// The parts of a sheet.
  public init(_ sheet: Sheet) {
    let maker = SheetMaker(sheet: sheet)
    title = maker.title
    footer = maker.footer
    blocks = maker.blocks
  }
}

/// Makes the parts of one sheet.
struct SheetMaker {
  let sheet: Sheet

  var example: WorkedExample { sheet.example }

  var blocks: [SheetBlock] {
    var blocks: [SheetBlock] = [.sentences(conventions), .heading("Given")]
    blocks += [.matrices(given), .picture(example.network)]
    for section in sheet.sections {
      if section.kind == .gradient { continue }
      blocks += [.heading(heading(section.kind))] + lines(of: section)
      if section.kind == .backward, let gradient = sheet.sections.first(where: \.isGradient) {
        blocks += lines(of: gradient)
        blocks += parameters
      }
    }
    if !sheet.omitted.contains(.again) { blocks.append(.sentences(outcome)) }
    for paths in sheet.paths { blocks += self.paths(paths) }
    if sheet.kind == .marking { blocks += markingKey }
    return blocks + [.heading("Rounding"), .sentences(rounding)]
  }

  private func heading(_ kind: WorkedSection.Kind) -> String {
    switch kind {
    case .forward: "Forward"
    case .backward, .gradient: "Backward"
    case .update: "Update"
    case .again: "Forward again, with the new parameters"
    }
  }

  // MARK: - Lines

  private func lines(of section: WorkedSection) -> [SheetBlock] {
    let lines = section.lines.map(line)
    let notes = section.lines.compactMap { line -> (label: String, text: String)? in
      guard !sheet.isBlank(line), let other = line.printedOperandsGive else { return nil }
      return note(line.id, other, line.printed)
    }
    return [.lines(lines)] + (notes.isEmpty ? [] : [.sentences(notes)])
  }

  /// That the printed numbers of a line give something else.
  func note(
    _ id: String, _ other: PrintedNumber, _ printed: PrintedNumber
  ) -> (label: String, text: String) {
    (
      id,
      "the printed numbers give \(other.onPaper), the digits that are not printed give "
        + "\(printed.onPaper)"
    )
  }

  private func line(_ line: WorkedLine) -> SheetLine {
    // What is no more than a number is its own value.
    let isNumber = if case .number = line.formula { true } else { false }
    var stages: [SheetLine.Stage] = isNumber ? [] : [.formula(line.formula.onPaper)]
    // Numbers that are answers themselves would give them away.
    let isOpen = !sheet.isBlank(line) || line.formula.letters.allSatisfy { !sheet.isBlank($0) }
    if isOpen, !line.formula.letters.isEmpty, !line.formula.isLetter {
      stages.append(.formula(example.substituted(line.formula)))
    }
    stages.append(sheet.isBlank(line) ? .blank : .number(line.printed))
    return SheetLine(
      id: line.id, left: Expression.letter(line.left).onPaper,
      isAssignment: line.quantity == .weightUpdate || line.quantity == .biasUpdate,
      stages: stages, reason: line.pointer, reference: line.reference,
      isMarked: !sheet.isBlank(line) && line.printedOperandsGive != nil)
  }
}

extension WorkedSection {
  fileprivate var isGradient: Bool { kind == .gradient }
}

extension Expression {
  /// Whether it is a letter alone: then the number is all that there is to put in.
  fileprivate var isLetter: Bool {
    if case .letter = self { return true }
    return false
  }
}

extension PrintedNumber {
  /// With the sign that is used on paper.
  package var onPaper: String {
    (isNegative ? "−" : "") + digits + (powerOfTen.map { "e\($0)" } ?? "")
  }
}

extension WorkedLine {
  /// The reason and the line of the derivation; not "BP2: BP2, line 8", which says it twice.
  fileprivate var pointer: String {
    guard let reference else { return reason }
    let line = "\(reference.derivation), line \(reference.line)"
    return reference.derivation.hasPrefix(reason) ? line : "\(reason): \(line)"
  }
}
