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
  /// Where equations begin.
  private let equationColumn: Int
  /// How far `measured ✓` is behind the start of the marks.
  private let measuredOffset: Int
  /// Where reasons begin, and where marks do.
  private var reasonColumn = 0
  private var markColumn = 0

  init(_ checked: CheckedDerivation, _ style: TextStyle) {
    (self.checked, self.style) = (checked, style)
    writer = NotationWriter(understoodExample: checked.derivation.understoodExample)
    let steps = checked.derivation.lines
    digits = steps.map { $0.id.prefix(while: \.isNumber).count }.max() ?? 1
    equationColumn = 4 + digits + (steps.map { $0.id.drop(while: \.isNumber).count }.max() ?? 0)
    let links = widest(steps.map { style.notation(checked.linkMark($0)) })
    measuredOffset = links > 0 ? links + 2 : 0
    setColumns(steps)
  }

  /// Sets the columns where the page becomes shortest: wide ones for equations break reasons, wide
  /// ones for reasons send them below the equations.
  private mutating func setColumns(_ steps: [Step]) {
    let marks = widest(steps.map(marks(of:)))
    let gap = marks > 0 ? 2 : 0
    let reasons = steps.map { style.notation($0.reason) }
    let room = style.width - equationColumn - 2 - gap - marks
    let longestWord = widest(reasons.flatMap { $0.split(separator: " ") })
    let most = room - min(max(longestWord, min(26, widest(reasons))), room)
    let widths = steps.map { checked.indent($0) + writer.written($0.equation, style).width }
    var best = (rows: Int.max, page: self)
    for width in Set(widths.filter { $0 <= most } + [most / 2]).sorted(by: >) {
      var page = self
      page.reasonColumn = equationColumn + width + 2
      page.markColumn = page.reasonColumn + min(widest(reasons), room - width) + gap
      let rows = steps.reduce(0) { $0 + page.lines($1).count }
      if rows < best.rows { best = (rows, page) }
    }
    self = best.page
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
    return (rows + notes(step)).map(\.withoutSpacesAtEnd)
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
      return [margin + line.text]
    }
  }

  /// `shapes: H, Y K × M; Z^(ℓ) s_ℓ × M`, symbols of one shape together.
  private func shapeRows(_ step: Step) -> [String] {
    var groups: [(shape: Shape, symbols: [String])] = []
    for formula in [step.equation.left, step.equation.right] {
      guard case .matrix(let matrix) = formula else { continue }
      for (part, shape) in matrix.shapedParts {
        let symbol = writer.written(part).text
        if let known = groups.firstIndex(where: { $0.shape == shape }) {
          if !groups[known].symbols.contains(symbol) { groups[known].symbols.append(symbol) }
        } else {
          groups.append((shape, [symbol]))
        }
      }
    }
    if groups.isEmpty { return [] }
    let words = groups.map { group in
      "\(group.symbols.map(\.glued).joined(separator: ", "))\u{A0}: \(group.shape.text.glued)"
        .replacing("\u{A0}: ", with: ":\u{A0}")
    }
    let text = style.notation("shapes: " + words.joined(separator: "; "))
    let margin = String(repeating: " ", count: equationColumn + checked.indent(step) + 2)
    return style.lines(text, first: margin, rest: margin + "        ")
  }

  /// The reason in lines, the marks behind the first.
  private func reasonRows(_ step: Step) -> [String] {
    let marks = marks(of: step)
    let end = marks.isEmpty ? style.width : markColumn - 2
    let words = style.wrapped(style.notation(step.reason), width: end - reasonColumn)
    if marks.isEmpty { return words }
    let first = words[0].padded(to: markColumn - reasonColumn, isRight: false)
    let passed = checked.checks(step, .link, .replay, .measured).allSatisfy(\.passed)
    return [first + style.paint(marks, passed ? .green : .red)] + words.dropFirst()
  }

  /// `= 7 ✓  measured ✓`, the second part below that of other lines.
  private func marks(of step: Step) -> String {
    let measured = style.notation(checked.measuredMark(step))
    let link = style.notation(checked.linkMark(step))
    return measured.isEmpty ? link : link.padded(to: measuredOffset, isRight: false) + measured
  }

  /// Below a line: what it needs, by how much it is off.
  private func notes(_ step: Step) -> [String] {
    let margin = String(repeating: " ", count: equationColumn + checked.indent(step) + 2)
    let conditions = checked.conditions(step).map { parts in
      parts.map { part in
        switch part {
        case .words(let words): words
        case .formula(let statement): writer.written(statement).text.glued
        case .line(let id): id
        }
      }.joined()
    }
    return shapeRows(step)
      + (conditions + checked.failureWords(step)).flatMap {
        style.lines(style.notation($0), first: margin, rest: margin + "  ")
      }
  }
}

private func widest(_ texts: [some StringProtocol]) -> Int { texts.map(\.displayWidth).max() ?? 0 }

extension String {
  /// A formula that stays on one line, unless it is long.
  fileprivate var glued: String { count > 30 ? self : replacing(" ", with: "\u{A0}") }

  fileprivate var withoutSpacesAtEnd: String {
    // Few have any, and reversing a text takes longer than anything else on the page.
    utf8.last == UInt8(ascii: " ") ? String(reversed().drop { $0 == " " }.reversed()) : self
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
  package func notation(_ text: String) -> String {
    charset == .ascii ? text.notationInASCII : text
  }

  /// Words broken into lines of a column, those that are too long for it cut.
  package func wrapped(_ text: String, width: Int) -> [String] {
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
      while let long = lines.last, long.count > max(1, width) {
        lines[lines.count - 1] = String(long.prefix(max(1, width)))
        lines.append(String(long.dropFirst(max(1, width))))
      }
    }
    return lines
  }
}
