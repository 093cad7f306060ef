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
      page.list("conventions", derivation.conventions) + page.symbols(derivation.symbols))
    lines += page.section(derivation.steps.enumerated().flatMap { position, step in
      (position > 0 && step.isFresh ? [""] : []) + step.lines.flatMap { page.lines($0) }
    })
    lines += page.section(
      page.labelled("result", derivation.lines.isEmpty ? "" : page.oneLine(derivation.result))
        + page.labelled("checked", summaryWords) + page.labelled("on", instanceWords)
        + page.list("remarks", derivation.remarks))
    return lines.joined(separator: "\n") + "\n"
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

  /// Letter, meaning and shape, one below the other.
  func symbols(_ symbols: [Derivation.Symbol]) -> [String] {
    let letters = symbols.map { writer.written($0.formula).spelled(style.charset).text }
    let column = min(20, letters.map(\.displayWidth).max() ?? 0)
    return symbols.indices.flatMap { position -> [String] in
      let letter = letters[position].padded(to: column, isRight: false)
      let glued = letter.replacing(" ", with: "\u{A0}")
      let shape = symbols[position].shape.map { " (\($0))".replacing(" × ", with: "\u{A0}×\u{A0}") }
      let label = position == 0 ? "symbols" : ""
      let start = "  " + style.paint(label, .faint)
        + String(repeating: " ", count: 13 - label.count) + glued + "  "
      return style.lines(
        style.notation(symbols[position].meaning + (shape ?? "")), first: start,
        rest: String(repeating: " ", count: 17 + column))
    }
  }

  /// An equation for running text.
  func oneLine(_ step: Step) -> String { writer.written(step.equation).text }
}
