// One derivation of an HTML page: conventions, symbols, lines, conditions, remarks, what was checked.

import Deriving
import Notation

struct HTMLDerivation {
  let checked: CheckedDerivation
  let isAlone: Bool
  /// The lines at which a rule is used for the first time on the page.
  let firstUses: Set<String>

  private var derivation: Derivation { checked.derivation }
  private var words: DerivationWords { DerivationWords(checked: checked) }
  private var plain: FormulaBuilder {
    FormulaBuilder(understoodExample: derivation.understoodExample)
  }
  private var level: Int { isAlone ? 1 : 2 }

  var text: String {
    var parts = [
      "<article id=\"\(HTMLText.escaped(derivation.slug))\">",
      "<h\(level)>\(HTMLText.sentence(derivation.title))</h\(level)>",
      "<p class=\"note\">\(HTMLText.escaped(derivation.source)) · \(words.counts)</p>",
    ]
    parts += list(
      "Conventions", derivation.conventions(.mathematics).map { HTMLText.sentence(ended($0)) })
    parts += symbols
    parts.append(lines)
    parts += list("Conditions", conditions)
    parts += list("Remarks", derivation.remarks.map { HTMLText.sentence(ended($0)) })
    parts += list("What was checked", checks)
    return (parts + ["</article>"]).joined(separator: "\n")
  }

  private func heading(_ title: String) -> String { "<h\(level + 1)>\(title)</h\(level + 1)>" }

  private func list(_ title: String, _ items: [String]) -> [String] {
    if items.isEmpty { return [] }
    return [heading(title), "<ul>"] + items.map { "<li>\($0)</li>" } + ["</ul>"]
  }

  private var symbols: [String] {
    if derivation.symbols.isEmpty { return [] }
    let rows = derivation.symbols.map { symbol in
      "<tr><th scope=\"row\">\(inline(plain.layout(symbol.formula)))</th>"
        + "<td>\(HTMLText.sentence(symbol.meaning))</td><td>\(wholes(symbol))</td></tr>"
    }
    return [
      heading("Symbols"), "<table>",
      "<thead><tr><th scope=\"col\">Symbol</th><th scope=\"col\">Meaning</th>"
        + "<th scope=\"col\">As a whole</th></tr></thead>",
      "<tbody>",
    ] + rows + ["</tbody>", "</table>"]
  }

  private func inline(_ layout: FormulaLayout) -> String {
    MathMLNotation.element(layout, isBlock: false)
  }

  /// `all k: h (K), all examples: H (K × M)`.
  private func wholes(_ symbol: Derivation.Symbol) -> String {
    if case .matrix = symbol.formula { return symbol.shape.map { inline(plain.layout($0)) } ?? "" }
    return derivation.wholes(of: symbol).map {
      "<span class=\"whole-of\">\(HTMLText.sentence($0.entries)): \(inline(plain.layout($0.formula)))"
        + " (\(inline(plain.layout($0.shape))))</span>"
    }.joined(separator: " ")
  }

  private var lines: String {
    let prefix = isAlone ? "s" : derivation.slug + "-s"
    var previous: Step?
    let items = derivation.steps.flatMap { step in
      step.lines.map { line in
        defer { previous = line }
        return HTMLLine(
          step: line, previous: previous, checked: checked, prefix: prefix,
          parent: line.id == step.id ? nil : step,
          isFirstUse: firstUses.contains("\(derivation.slug) \(line.id)")
        ).text
      }
    }
    return heading("Lines") + "\n<ol class=\"lines\" role=\"list\">\n"
      + items.joined(separator: "\n") + "\n</ol>"
  }

  private var conditions: [String] {
    words.conditions().map { parts in
      parts.map { part in
        switch part {
        case .words(let words): HTMLText.sentence(words)
        case .formula(let statement): inline(plain.layout(statement))
        case .line(let id): HTMLText.escaped(id)
        }
      }.joined()
    }.map(HTMLText.keepingPunctuation)
  }

  private var checks: [String] { words.sentences.map(HTMLText.sentence) }
}
