// A checked derivation as Markdown, with the mathematics of GitHub.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation as Markdown: each line a number, its equation set apart, then reason and checks;
  /// smaller steps in a paragraph each.
  ///
  /// Mathematics stands in `math` blocks and between $` and `$, where Markdown changes nothing in it.
  /// Every line can be linked to: `#s8`.
  public func markdown() -> String {
    var parts = ["# \(MarkdownText.sentence(derivation.title))"]
    if !derivation.source.isEmpty { parts.append(Markup.markdown.sentence(derivation.source)) }
    let conventions = derivation.conventions(.mathematics)
    if !conventions.isEmpty { parts.append(list(conventions.map(MarkdownText.sentence))) }
    if !derivation.symbols.isEmpty { parts.append(symbolTable.joined(separator: "\n")) }
    for step in derivation.steps {
      let substeps = step.substeps.map { "> " + substep($0) }
      if !substeps.isEmpty { parts.append(substeps.joined(separator: "\n>\n")) }
      parts.append(line(step))
    }
    if let result = derivation.steps.last { parts.append("**Result**\n\n" + block(result)) }
    parts.append("## Checks\n\n**\(mark)** \(Markup.markdown.sentence(checkWords.unglued))")
    if !derivation.instances.isEmpty {
      let noun = instanceNoun.capitalizedFirst
      parts.append("\(noun)s: \(Markup.markdown.sentence(instanceWords))")
    }
    if !derivation.remarks.isEmpty {
      parts.append("## Remarks\n\n" + list(derivation.remarks.map(MarkdownText.sentence)))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func list(_ items: [String]) -> String {
    items.map { "- \($0)" }.joined(separator: "\n")
  }

  private var builder: FormulaBuilder {
    FormulaBuilder(understoodExample: derivation.understoodExample)
  }

  private func inline(_ layout: FormulaLayout) -> String {
    MarkdownText.inline(LaTeXNotation.string(layout))
  }
}

// MARK: - Symbols

extension CheckedDerivation {
  /// Letter, meaning, and the vectors and matrices that it is an entry of, where any has some.
  private var symbolTable: [String] {
    let rows = derivation.symbols.map { symbol in
      [
        inline(builder.layout(symbol.formula)), MarkdownText.sentence(symbol.meaning),
        wholes(symbol),
      ]
    }
    let columns = [TextTable.Column.left("symbol"), .left("meaning"), .left("as a whole")]
    let count = rows.allSatisfy { $0[2].isEmpty } ? 2 : 3
    return TextTable(Array(columns.prefix(count)), rows.map { Array($0.prefix(count)) }).markdown
  }

  private func wholes(_ symbol: Derivation.Symbol) -> String {
    if case .matrix = symbol.formula {
      return symbol.shape.map { inline(builder.layout($0)) } ?? ""
    }
    return derivation.wholes(of: symbol).map {
      "\(MarkdownText.sentence($0.entries)): \(inline(builder.layout($0.formula))) "
        + "(\(inline(builder.layout($0.shape))))"
    }.joined(separator: ", ")
  }
}

// MARK: - Lines

extension CheckedDerivation {
  /// The number, the equation, reason and checks, what the line needs.
  private func line(_ step: Step) -> String {
    let notes = notes(step)
    return number(step) + "\n\n" + block(step) + "\n\n" + words(step).joined(separator: " · ")
      + (notes.isEmpty ? "" : "\n\n" + list(notes))
  }

  /// The same in one paragraph.
  private func substep(_ step: Step) -> String {
    let latex = LaTeXNotation.string(builder.layout(step.equation))
    return "\(number(step)) \(MarkdownText.inline("\\displaystyle " + latex)) — "
      + (words(step) + notes(step)).joined(separator: " · ")
  }

  private func number(_ step: Step) -> String { "<a id=\"s\(step.id)\"></a>**\(step.id)**" }

  private func block(_ step: Step) -> String {
    "```math\n\(LaTeXNotation.string(builder.layout(step.equation)))\n```"
  }

  /// The reason and the marks; the number of the other line leads there.
  private func words(_ step: Step) -> [String] {
    var link = linkMark(step)
    if let other = linkedLine(step) {
      link.replace("= \(other) ", with: "= \(self.link(other)) ")
    }
    return [MarkdownText.sentence(step.reason)]
      + [link, measuredMark(step)].filter { !$0.isEmpty }
  }

  private func link(_ line: String) -> String { "[\(line)](#s\(line))" }

  private func notes(_ step: Step) -> [String] {
    let conditions = conditions(step).map { parts in
      parts.map { part in
        switch part {
        case .words(let words): MarkdownText.sentence(words)
        case .formula(let statement): markdown(statement)
        case .line(let id): link(id)
        }
      }.joined()
    }
    return conditions + failureWords(step).map(MarkdownText.sentence)
  }

  private func markdown(_ statement: Condition.Statement) -> String {
    guard case .alone(let a, let b) = statement else { return inline(builder.layout(statement)) }
    return "\(inline(builder.layout(a))) depends on \(inline(builder.layout(b))) alone"
  }
}
