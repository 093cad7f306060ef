// The columns of a printed derivation: number, equation, reason, checks.

import Deriving
import Notation

/// Where everything on the page of a derivation stands.
///
///        7   δ_i = Σ_k (−y_k/h_k) · h_k ([i=k] − h_i)
///                                        put 5 and 6 into 4         = 4 ✓  measured ✓
///
/// The reason stands beside the equation where that leaves it room, and below it elsewhere.
struct DerivationPage {
  let checked: CheckedDerivation
  let style: TextStyle
  let writer: NotationWriter
  /// How many digits numbers have: 6b stands with its 6 below that of 16.
  private let digits: Int
  /// Where equations begin, where reasons do, where marks do.
  private let equationColumn: Int
  private let reasonColumn: Int
  private let markColumn: Int

  init(_ checked: CheckedDerivation, _ style: TextStyle) {
    (self.checked, self.style) = (checked, style)
    let writer = NotationWriter(understoodExample: checked.derivation.understoodExample)
    self.writer = writer
    let steps = checked.derivation.lines
    digits = steps.map { $0.id.prefix(while: \.isNumber).count }.max() ?? 1
    equationColumn = 4 + digits + (steps.map { $0.id.drop(while: \.isNumber).count }.max() ?? 0)

    func widest(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 0 }
    let marks = widest(steps.map { style.notation(checked.marks($0)) })
    let gap = marks > 0 ? 2 : 0
    let room = style.width - equationColumn - 2 - gap - marks
    // A reason may be broken; what it leaves is for equations, the longest of which go over it.
    let equations = steps.map { checked.indent($0) + writer.written($0.equation, style).width }
    let reason = min(widest(steps.map { style.notation($0.reason) }), max(20, style.width / 3))
    let equation = min(equations.max() ?? 0, room - min(reason, room / 2))
    reasonColumn = equationColumn + equation + 2
    markColumn = min(reasonColumn + max(reason, 12) + gap, style.width - marks)
  }

  /// A line of the derivation with everything that belongs to it.
  func lines(_ step: Step) -> [String] {
    var rows = equationRows(step)
    // The reason begins beside the first row from which on there is room for it.
    let start = 1 + (rows.lastIndex { $0.displayWidth > reasonColumn - 2 } ?? -1)
    for (offset, text) in reasonRows(step).enumerated() {
      if start + offset == rows.count { rows.append("") }
      rows[start + offset] = rows[start + offset].padded(to: reasonColumn, isRight: false) + text
    }
    let number = step.id.prefix(while: \.isNumber).count
    let id = String(repeating: " ", count: 2 + digits - number) + step.id
    rows[0] = id + rows[0].dropFirst(id.count)
    return rows + notes(step)
  }

  private func equationRows(_ step: Step) -> [String] {
    let start = equationColumn + checked.indent(step)
    let room = style.width - start
    let left = writer.written(step.equation.left).spelled(style.charset).width
    // Later lines begin below the right side, or nearer where the left one is long.
    let hanging = left < room / 3 ? left + step.equation.relation.sign.count + 2 : 4
    let equation = writer.written(step.equation, style).lines(width: room, hanging: hanging)
    return equation.enumerated().flatMap { position, line in
      let margin = String(repeating: " ", count: position == 0 ? start : start + hanging)
      return [margin + line.text] + shapeRows(line, margin)
    }
  }

  /// The shapes below their symbols; where the page is too narrow for that, each behind its symbol.
  private func shapeRows(_ line: WrittenFormula, _ margin: String) -> [String] {
    guard let row = line.shapeRow else { return [] }
    if margin.count + row.displayWidth <= style.width { return [margin + row] }
    let pairs = line.pieces.compactMap { piece in piece.shape.map { "\(piece.text) \($0)" } }
    return style.lines(pairs, first: margin, rest: margin)
  }

  /// The reason in lines, the marks behind the first.
  private func reasonRows(_ step: Step) -> [String] {
    let marks = style.notation(checked.marks(step))
    let end = marks.isEmpty ? style.width : markColumn - 2
    let words = style.wrapped(style.notation(step.reason), width: end - reasonColumn)
    if marks.isEmpty { return words }
    let first = words[0].padded(to: markColumn - reasonColumn, isRight: false)
    let passed = checked.checks(step, .link, .measured).allSatisfy(\.passed)
    return [first + style.paint(marks, passed ? .green : .red)] + words.dropFirst()
  }

  /// Below a line: what it needs, whether its smaller steps lead to it, by how much it is off.
  private func notes(_ step: Step) -> [String] {
    let margin = String(repeating: " ", count: equationColumn + checked.indent(step) + 2)
    let conditions = checked.conditions(step).map {
      "\(writer.written($0.statement).text): \($0.status)"
    }
    return (conditions + checked.noteWords(step)).flatMap {
      style.lines(style.notation($0), first: margin, rest: margin + "  ")
    }
  }
}

extension NotationWriter {
  /// An equation in the characters of a style.
  func written(_ equation: Equation, _ style: TextStyle) -> WrittenFormula {
    written(equation).spelled(style.charset)
  }
}

extension TextStyle {
  /// Words with formulas in them, in the characters that may be used.
  func notation(_ text: String) -> String { charset == .ascii ? text.notationInASCII : text }

  /// Words broken into lines of a column.
  func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.displayWidth + 1 + word.displayWidth <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
