// More about a line: its rule, what it needs, what people write instead, hints.

import Deriving
import Notation
import Reporting

extension DerivationLines {
  // MARK: - Why

  /// The rule's statement and sentence, its example, what it did here, and what is checked.
  func why(_ step: Step, _ style: TextStyle) -> [String] {
    let rule = step.rule
    var rows = ["  " + style.paint("Why: \(style.notation(rule.name))", .bold), ""]
    rows += labelled("rule", rule.statement, understoodExample: nil, style)
    rows += labelled("", rule.sentence, style)
    if let example = rule.exampleLine {
      rows += labelled("example", example, understoodExample: nil, style)
    }
    for (position, change) in step.changes.prefix(3).enumerated() {
      rows += labelled(
        position == 0 ? "here" : "", Equation(change.before, change.after),
        understoodExample: checked.derivation.understoodExample, style)
    }
    if step.changes.count > 3 {
      rows += labelled("", "and \(counted(step.changes.count - 3, "more part"))", style)
    }
    return rows + checkSentences(step, style)
  }

  private func checkSentences(_ step: Step, _ style: TextStyle) -> [String] {
    let words =
      (checked.checks[step.id] ?? []).compactMap { check -> String? in
        let places = "in \(counted(check.places, "place"))"
        switch (check.kind, check.passed) {
        case (.link, true):
          return
            "✓ both sides are equal to \(NumberText.limit(check.limit)) of their size, \(places)"
        case (.measured, true):
          return "✓ difference quotients of the definition agree with it, \(places)"
        case (.replay, true): return "✓ the rule, used again, gives this line"
        case (.condition, true): return "✓ without its condition the line is measured to be wrong"
        case (_, false): return nil
        }
      } + checked.failureWords(step)
    return words.enumerated().flatMap { labelled($0 == 0 ? "checked" : "", $1, style) }
  }

  // MARK: - Conditions

  /// Each condition; where it does not always hold, the numbers on which the line fails.
  func conditions(_ step: Step, _ style: TextStyle) -> [String] {
    if step.conditions.isEmpty { return [] }
    var rows = ["  " + style.paint("What line \(step.id) needs", .bold)]
    for (position, condition) in step.conditions.enumerated() {
      let statement = text(condition.statement, .unicode).gluedIfShort
      rows.append("")
      switch condition.status {
      case .always(let reason): rows += labelled("always", "\(statement): \(reason)", style)
      case .stated:
        rows += labelled("given", "\(statement) is taken as given; no check here tests it", style)
      case .needed(let counterexample, let name):
        rows += labelled("needed", "\(statement). Not so: \(name).", style)
        rows += failure(step, position, on: counterexample, style)
      }
    }
    return rows
  }

  /// The line on numbers for which its condition does not hold.
  private func failure(
    _ step: Step, _ position: Int, on instance: Instance, _ style: TextStyle
  ) -> [String] {
    let numbers = self.numbers(of: step, on: instance, named: "without \(position)", limit: 4)
    if numbers.isEmpty { return labelled("", "There the line has no value at all.", style) }
    let statement = step.conditions[position].statement
    var columns = numbers[0].indices.map { TextTable.Column.right($0.index.name) }
    var cells = numbers.map { $0.indices.map { "\($0.position)" } }
    if let sides = statement.sides {
      columns.append(.point(text(.scalar(sides), .unicode)))
      for row in cells.indices { cells[row].append(value(sides, at: numbers[row], on: instance)) }
    }
    let isMeasured = numbers[0].measured != nil
    columns += [.point("line \(step.id)"), .point(isMeasured ? "measured" : "left side")]
    for (row, number) in numbers.enumerated() {
      let left = isMeasured ? number.measured?.first?.first ?? nil : number.left.first?.first
      cells[row].append(number.right.first?.first.map { NumberText.text($0) } ?? "")
      cells[row].append(left.map { NumberText.text($0) } ?? "no slope")
    }
    return TextTable(columns, cells).lines(style, indent: Self.indent)
      + labelled("", "So there the line does not hold.", style)
  }

  private func value(
    _ expression: Expression, at numbers: LineNumbers, on instance: Instance
  ) -> String {
    // Indices that the line itself does not have are taken as 1.
    var place = numbers.place
    for index in expression.freeIndices where place.indices[index] == nil {
      place.indices[index] = 1
    }
    let value = try? Evaluation<Double>(instance).value(expression, place)
    return value.map { NumberText.text($0) } ?? ""
  }

  // MARK: - Mistakes

  /// What somebody writes who breaks the rule, and what that is worth beside the right value.
  func mistakes(_ step: Step, _ style: TextStyle) -> [String] {
    var rows: [String] = []
    for (line, worth) in mistakenLines(of: step) {
      if !rows.isEmpty { rows.append("") }
      rows += ["  " + style.paint("A typical mistake: \(style.notation(line.mistake.name))", .bold)]
      rows.append("")
      rows += labelled(
        "one writes", line.equation,
        understoodExample: checked.derivation.understoodExample, style)
      if let worth { rows += labelled("that gives", worth, style) }
      rows += labelled("instead", line.mistake.advice, style)
    }
    return rows
  }

  /// The numbers at the first place where the mistake shows.
  func worth(_ line: MistakenLine, of step: Step) -> String? {
    let scope = self.scope(of: step)
    for (position, instance) in checked.derivation.instances.enumerated() where scope[position] {
      guard let wrong = try? instance.numbers(of: line.equation, limit: 12) else { continue }
      for numbers in wrong {
        guard let value = numbers.right.first?.first, let right = numbers.left.first?.first,
          NumberText.text(value) != NumberText.text(right)
        else { continue }
        let place =
          ["\(checked.instanceNoun) \(instance.nameOnPaper)"]
          + numbers.indices.map { "\($0.index.name)\u{A0}=\u{A0}\($0.position)" }
        return "\(NumberText.text(value)), but right is \(NumberText.text(right))   "
          + "(\(place.joined(separator: "; ")))"
      }
    }
    return nil
  }

  // MARK: - Hints

  /// What to look for; then the rules and what to ask. A line in several steps is begun with the first
  /// that is more than a definition put in.
  func hint(_ step: Step, _ stage: Int, _ style: TextStyle) -> [String] {
    let rule = (step.lines.first { $0.rule.id != Rule.definition.id } ?? step).rule
    if stage == 1 { return labelled("look", rule.hint, style) }
    let names = step.lines.map(\.reason).joined(separator: "; then ")
    return labelled(step.substeps.isEmpty ? "rule" : "rules", names, style)
      + labelled("ask", rule.question, style)
  }
}

extension Condition.Statement {
  /// What is said to be something: the sum of targets that is to be 1, the number that is not to be 0.
  fileprivate var sides: Expression? {
    switch self {
    case .equal(let a, _), .different(let a, _), .positive(let a): a
    case .count, .alone: nil
    }
  }
}
