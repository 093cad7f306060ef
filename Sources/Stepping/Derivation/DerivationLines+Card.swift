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
        before, id: previous, style, sign: "~", legend: "changes now", paint: .yellow)
    }
    rows += equationRows(
      lines.own, id: step.id, style, sign: "^", legend: "new", paint: .green, isCurrent: true)
    return rows + [""] + notes(step, style)
  }

  /// Where the line comes from, but not what it says; of a line in several steps, where they begin.
  func question(_ step: Step, _ style: TextStyle) -> [String] {
    let first = step.substeps.first ?? step
    var rows = used(first).flatMap { context($0, style) }
    if let line = first.previous.flatMap(checked.derivation.line) { rows += context(line, style) }
    let left = style.notation(text(step.equation.left, .unicode))
    rows += [margin(step.id, isCurrent: true) + style.paint("\(left) = ?", .bold), ""]
    if !step.substeps.isEmpty {
      rows += labelled("steps", "it takes \(counted(step.substeps.count + 1, "step"))", style)
    }
    return rows
  }

  /// Lines that went into it besides the one before.
  private func used(_ step: Step) -> [Step] {
    step.uses.filter { $0 != step.previous }.compactMap(checked.derivation.line)
  }

  private func context(_ step: Step, _ style: TextStyle) -> [String] {
    equationRows(
      line(step.equation, style), id: step.id, style)
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

  // MARK: - Below the line

  private func notes(_ step: Step, _ style: TextStyle) -> [String] {
    var rows = labelled("reason", step.reason, style)
    if step.rule.name != step.reason { rows += labelled("rule", step.rule.name, style) }
    rows += labelled("reading", step.rule.sentence, style)
    if !step.substeps.isEmpty {
      let names = step.substeps.map { "\($0.id)\u{A0}\($0.reason)" }
      rows += labelled(
        "steps", "the last of \(names.count + 1): " + names.joined(separator: ", "), style)
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
    case .needed: return statement + ", which need not hold"
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
}
