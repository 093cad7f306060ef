// One derivation of an HTML page: conventions, symbols, lines, conditions, remarks, what was checked.

import Deriving
import Notation

struct HTMLDerivation {
  let checked: CheckedDerivation
  let isAlone: Bool

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
    parts += list("Conventions", derivation.conventions.map { HTMLText.sentence(ended($0)) })
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
      let shape = symbol.shape.map { MathMLNotation.element(plain.layout($0), isBlock: false) }
      let name = MathMLNotation.element(plain.layout(symbol.formula), isBlock: false)
      return "<tr><th scope=\"row\">\(name)</th><td>\(HTMLText.sentence(symbol.meaning))</td>"
        + "<td>\(shape ?? "")</td></tr>"
    }
    return [
      heading("Symbols"), "<table>",
      "<thead><tr><th scope=\"col\">Symbol</th><th scope=\"col\">Meaning</th>"
        + "<th scope=\"col\">Shape</th></tr></thead>",
      "<tbody>",
    ] + rows + ["</tbody>", "</table>"]
  }

  private var lines: String {
    let prefix = isAlone ? "s" : derivation.slug + "-s"
    var previous: Step?
    let items = derivation.steps.flatMap { step in
      step.lines.map { line in
        defer { previous = line }
        return HTMLLine(
          step: line, previous: previous, checked: checked, prefix: prefix,
          parent: line.id == step.id ? nil : step
        ).text
      }
    }
    return heading("Lines") + "\n<ol class=\"lines\" role=\"list\">\n"
      + items.joined(separator: "\n") + "\n</ol>"
  }

  private var conditions: [String] {
    words.conditions().map { lines, statement, ending in
      "\(HTMLText.escaped(lines)) "
        + MathMLNotation.element(plain.layout(statement), isBlock: false)
        + ". \(HTMLText.sentence(ending))"
    }
  }

  private var checks: [String] {
    let networks = derivation.instances.isEmpty ? [] : ["Networks: \(words.networks)."]
    return (["\(words.counts)."] + words.limits + networks).map(HTMLText.sentence)
  }
}
