// What is said about a line of a worked example.

import Deriving
import Notation
import Numbers
import Reporting
import WorkedExamples

extension NetworkLines {
  /// The equation, where it comes from, and where it is in the network.
  func card(_ line: WorkedLine, _ equation: Equation, _ style: TextStyle) -> [String] {
    var rows = equationRows(equation, id: line.id, style, isCurrent: true) + [""]
    rows += labelled("reason", line.reason, style)
    if let step = step(line), let reference = line.reference {
      rows += labelled(
        "derived", "line \(reference.line) of nabla derive \(reference.derivation)", style)
      rows += labelled(
        "there", step.step.equation,
        understoodExample: step.lines.checked.derivation.understoodExample, style)
      rows += labelled("reading", step.step.rule.sentence, style)
    }
    return rows + [""] + NetworkDiagram(example, line).rows(style)
  }

  /// The left side alone, and where it is.
  func question(_ line: WorkedLine, _ style: TextStyle) -> [String] {
    let left = TextNotation.string(
      Expression.letter(line.left).onPaper, charset: style.charset)
    return [margin(line.id, isCurrent: true) + style.paint("\(left) = ?", .bold), ""]
      + NetworkDiagram(example, line).rows(style)
  }

  /// The numbers put in, the value, and the measured one.
  func numbers(_ line: WorkedLine, _ style: TextStyle) -> [String] {
    let left = Expression.letter(line.left).onPaper
    var rows: [String] = []
    if case .letter = line.formula {
    } else {
      rows += labelled("numbers", Equation(left, example.substituted(line.formula)), style)
    }
    rows += labelled("value", Equation(left, line.printed.numeral), style)
    if let other = line.printedOperandsGive {
      rows += labelled(
        "rounding",
        "The printed numbers give \(other.onPaper); all digits give "
          + "\(line.printed.onPaper).", style)
    }
    if let comparison = measurement(line) {
      let claimed = NumberText.text(comparison.claimed, digits: 8)
      let measured = NumberText.text(comparison.measured, digits: 8)
      rows += labelled(
        "measured",
        "\(measured.withMinusSigns) by differences of J, without any derivative; computed "
          + "\(claimed.withMinusSigns) \(comparison.verdict.mark)", style)
    }
    return rows
  }

  /// The mistakes that are made here, and what each prints.
  func mistakes(_ line: WorkedLine, _ style: TextStyle) -> [String] {
    let left = Expression.letter(line.left).onPaper
    var rows: [String] = []
    for made in example.mistakes(at: line, among: mistaken) {
      if !rows.isEmpty { rows.append("") }
      rows.append(
        "  " + style.paint("A typical mistake: \(style.notation(made.mistake.summary))", .bold))
      rows += labelled("name", "\(made.mistake.name) (\(made.mistake.equation))", style)
      rows += labelled("one writes", Equation(left, made.formula.onPaper), style)
      rows += labelled(
        "that gives", "\(made.printed.onPaper), but right is \(line.printed.onPaper)", style)
    }
    if rows.isEmpty { return step(line).map { $0.lines.mistakes($0.step, style) } ?? [] }
    return rows
  }

  /// What to look for; then the reason and the formula's letters.
  func hint(_ line: WorkedLine, _ stage: Int, _ style: TextStyle) -> [String] {
    if stage == 1 {
      let rule = step(line)?.step.rule.hint
      let letters = line.formula.letters.prefix(8).map {
        TextNotation.string(Expression.letter($0).onPaper, charset: style.charset)
      }
      return labelled(
        "look", rule ?? "Which numbers go into it?", style)
        + labelled("needs", letters.joined(separator: ", "), style)
    }
    let reference = line.reference.map { "; line \($0.line) of nabla derive \($0.derivation)" }
    return labelled("reason", line.reason + (reference ?? ""), style)
      + (step(line).map { labelled("ask", $0.step.rule.question, style) } ?? [])
  }

  func equationRows(
    _ equation: Equation, id: String, _ style: TextStyle, isCurrent: Bool = false
  ) -> [String] {
    equationRows(
      MarkedLine(equation, understoodExample: nil, charset: style.charset), id: id, style,
      isCurrent: isCurrent)
  }
}
