// A checked derivation for people, on a terminal or on paper.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation: what is agreed on, every line with its reason and its checks, and what the marks
  /// mean.
  ///
  /// Every line stands alone with its left side; smaller steps stand indented above the line that they
  /// lead to. A passed check shows no residual, for residuals differ between processors.
  public func text(style: TextStyle = .plain) -> String {
    let page = DerivationPage(self, style)
    var lines = page.plain(derivation.title, first: "", rest: "  ").map { style.paint($0, .bold) }
    lines += page.plain(derivation.source, first: "", rest: "  ").map { style.paint($0, .faint) }
    lines += page.section(
      page.list("conventions", derivation.conventions(.text)) + page.symbols(derivation))
    lines += page.section(steps(page))
    lines += page.section(derivation.steps.last.map { page.result($0) } ?? [])
    lines += page.section(
      page.labelled("checks", "\(mark) \(checkWords)")
        + page.labelled("\(instanceNoun)s", instanceWords))
    lines += page.section(page.list("remarks", derivation.remarks))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines, an empty one where the left side changes; short parts of one line stand together.
  private func steps(_ page: DerivationPage) -> [String] {
    var parts: [[Step]] = []
    for step in derivation.steps {
      if let last = parts.last?.last, last.equation.left == step.equation.left {
        parts[parts.count - 1].append(step)
      } else {
        parts.append([step])
      }
    }
    var lines: [String] = []
    var followsShort = true
    for part in parts {
      let isShort = part.count == 1 && part[0].isShort
      if !(isShort && followsShort) { lines.append("") }
      lines += part.flatMap(\.lines).flatMap { page.lines($0) }
      followsShort = isShort
    }
    return lines.first == "" ? Array(lines.dropFirst()) : lines
  }
}

extension String {
  fileprivate var unbroken: String { replacing(" ", with: "\u{A0}") }
}

extension Step {
  /// One equation of numbers, not in smaller steps.
  fileprivate var isShort: Bool {
    if case .matrix = equation.right { return false }
    return substeps.isEmpty
  }
}

// MARK: - The parts above and below the lines

extension DerivationPage {
  func section(_ lines: [String]) -> [String] { lines.isEmpty ? [] : [""] + lines }

  func plain(_ text: String, first: String, rest: String) -> [String] {
    text.isEmpty ? [] : style.lines(style.notation(text), first: first, rest: rest)
  }

  func labelled(_ label: String, _ text: String) -> [String] {
    text.isEmpty ? [] : style.labelled(label, style.notation(text))
  }

  func list(_ label: String, _ items: [String]) -> [String] {
    items.enumerated().flatMap { labelled($0 == 0 ? label : "", $1) }
  }

  /// Letter and meaning, one below the other, with the vectors and matrices that it is an entry of.
  func symbols(_ derivation: Derivation) -> [String] {
    pairs(
      "symbols",
      derivation.symbols.map { symbol in
        let wholes = derivation.wholes(of: symbol).map {
          "\($0.entries): \(shaped($0.formula, $0.shape))"
        }
        let words = symbol.meaning + (wholes.isEmpty ? "" : "; " + wholes.joined(separator: ", "))
        guard case .matrix = symbol.formula, let shape = symbol.shape else {
          return (writer.written(symbol.formula).text, words)
        }
        return (writer.written(symbol.formula).text, "\(words) (\(shape.text.unbroken))")
      })
  }

  /// `H (K × M)`, on one line.
  private func shaped(_ formula: Formula, _ shape: Shape) -> String {
    "\(writer.written(formula).text) (\(shape.text))".unbroken
  }

  /// Two columns behind a label.
  private func pairs(_ label: String, _ rows: [(String, String)]) -> [String] {
    let first = rows.map { style.notation($0.0).replacing(" ", with: "\u{A0}") }
    let column = min(24, first.map(\.displayWidth).max() ?? 0)
    return rows.indices.flatMap { row in
      let name = row == 0 ? label : ""
      let margin = "  " + style.paint(name, .faint) + String(repeating: " ", count: 13 - name.count)
      return style.lines(
        style.notation(rows[row].1),
        first: margin + first[row].padded(to: column, isRight: false) + "  ",
        rest: String(repeating: " ", count: 17 + column))
    }
  }

  /// The last line once more.
  func result(_ step: Step) -> [String] {
    let column = 15
    let equation = writer.written(step.equation, style).lines(
      width: style.width - column, hanging: 2)
    return equation.enumerated().map { position, line in
      position == 0
        ? "  " + style.paint("result", .faint) + "       " + line.text
        : String(repeating: " ", count: column + 2) + line.text
    }
  }
}
