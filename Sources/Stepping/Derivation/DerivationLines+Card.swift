// A line on the screen: where it comes from, what changed, and why it may.

import Deriving
import Notation
import Reporting

extension DerivationLines {
  /// The lines that went in, the line before with what changes, the line with what is new.
  func card(_ step: Step, _ style: TextStyle) -> [String] {
    let lines = markedLines(step, style)
    var rows = used(step).flatMap { context($0, style) }
    if let before = lines.before, let previous = step.previous {
      rows += equationRows(
        before, id: previous, sign: "~", legend: "changes now", .yellow, style)
    }
    rows += equationRows(
      lines.own, id: step.id, sign: "^", legend: "new", .green, style, isCurrent: true)
    return rows + [""] + notes(step, style)
  }

  /// The same without the line.
  func question(_ step: Step, _ style: TextStyle) -> [String] {
    var rows = used(step).flatMap { context($0, style) }
    if let line = step.previous.flatMap(checked.derivation.line) { rows += context(line, style) }
    return rows + [margin(step.id, isCurrent: true) + style.paint("?", .bold)]
  }

  /// Lines that went into it besides the one before.
  private func used(_ step: Step) -> [Step] {
    step.uses.filter { $0 != step.previous }.compactMap(checked.derivation.line)
  }

  private func context(_ step: Step, _ style: TextStyle) -> [String] {
    equationRows(
      line(step.equation, style), id: step.id, sign: " ", legend: "", .faint, style)
  }

  private func line(
    _ equation: Equation, _ style: TextStyle, marking parts: Set<Expression> = []
  ) -> MarkedLine {
    MarkedLine(
      equation, understoodExample: checked.derivation.understoodExample, marking: parts,
      charset: style.charset)
  }

  /// The line before and the line itself, pointing at what changes between them.
  private func markedLines(
    _ step: Step, _ style: TextStyle
  ) -> (before: MarkedLine?, own: MarkedLine) {
    guard let previous = step.previous.flatMap(checked.derivation.line) else {
      return (nil, line(step.equation, style))
    }
    let parts = ChangedParts(from: previous, to: step)
    var before = line(previous.equation, style, marking: parts.before)
    var own = line(step.equation, style, marking: parts.after)
    if !step.changes.isEmpty {
      let plain = (before, own)
      if !before.isMarked { before.markDifference(from: plain.1) }
      if !own.isMarked { own.markDifference(from: plain.0) }
    }
    return (before, own)
  }

  private func margin(_ id: String, isCurrent: Bool) -> String {
    (isCurrent ? " > " : "   ") + id.padded(to: digits, isRight: false) + "  "
  }

  private func equationRows(
    _ line: MarkedLine, id: String, sign: Character, legend: String, _ paint: TextStyle.Paint,
    _ style: TextStyle, isCurrent: Bool = false
  ) -> [String] {
    let start = margin(id, isCurrent: isCurrent)
    let rest = String(repeating: " ", count: start.count)
    let rows = line.rows(width: style.width - start.count - 1, sign: sign)
    let last = rows.lastIndex { !$0.marks.isEmpty }
    return rows.enumerated().flatMap { position, row -> [String] in
      let text = (position == 0 ? start : rest) + row.text
      let shown = isCurrent ? style.paint(text, .bold) : text
      if row.marks.isEmpty { return [shown] }
      var marks = rest + style.paint(row.marks, paint)
      let words = "   \(legend)"
      if position == last, rest.count + row.marks.count + words.count <= style.width {
        marks += style.paint(words, .faint)
      }
      return [shown, marks]
    }
  }

  // MARK: - Below the line

  private func notes(_ step: Step, _ style: TextStyle) -> [String] {
    var rows = labelled("reason", step.reason, style)
    if step.rule.name != step.reason { rows += labelled("rule", step.rule.name, style) }
    rows += labelled("reading", step.rule.sentence, style)
    if !step.substeps.isEmpty {
      rows += labelled(
        "steps", "\(counted(step.substeps.count + 1, "smaller step")): i goes into them", style)
    }
    rows += step.conditions.enumerated().flatMap { position, condition in
      labelled(position == 0 ? "needs" : "", need(condition, style), style)
    }
    return rows + checkRows(step, style)
  }

  private func need(_ condition: Condition, _ style: TextStyle) -> String {
    let statement = text(condition.statement, .unicode).gluedIfShort
    switch condition.status {
    case .always: return statement + ", which always holds"
    case .needed: return statement + ", which need not hold: c shows what happens then"
    case .stated: return statement + ", taken as given"
    }
  }

  private func checkRows(_ step: Step, _ style: TextStyle) -> [String] {
    let marks = [checked.linkMark(step), checked.measuredMark(step)].filter { !$0.isEmpty }
    let failures = checked.failureWords(step)
    if marks.isEmpty, failures.isEmpty { return [] }
    let column = labelled("checks", marks.joined(separator: "   "), style)
    return column
      + failures.flatMap { labelled("", $0, style) }.map { style.paint($0, .red) }
  }

  /// A label and its text beside it.
  func labelled(_ label: String, _ text: String, _ style: TextStyle) -> [String] {
    style.readable.labelled(label, [style.notation(text)], column: 13)
  }
}

extension TextStyle {
  /// Not wider than lines of words are good to read.
  var readable: TextStyle {
    TextStyle(width: min(width, 100), isColored: isColored, charset: charset)
  }
}

extension String {
  /// A formula that stays on one line, unless it is long.
  var gluedIfShort: String { count > 30 ? self : replacing(" ", with: "\u{A0}") }
}
