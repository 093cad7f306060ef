// A checked derivation as Markdown, with the mathematics of GitHub.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation as Markdown: each line a number, its equation set apart, then reason and checks.
  ///
  /// Mathematics stands in `math` blocks and between $` and `$, where Markdown changes nothing in it.
  /// Every line can be linked to: `#s8`.
  public func markdown() -> String {
    var parts = ["# \(sentence(derivation.title))"]
    if !derivation.source.isEmpty { parts.append(sentence(derivation.source)) }
    if !derivation.conventions.isEmpty { parts.append(list(derivation.conventions.map(sentence))) }
    if !derivation.symbols.isEmpty { parts.append(symbolTable.joined(separator: "\n")) }
    for step in derivation.steps {
      parts += step.substeps.map { quoted(line($0)) }
      parts.append(line(step))
    }
    let legend = legend.map { "\(sentence($0.mark)): \(sentence($0.meaning))" }
    parts.append("## Checks\n\n**\(mark)** \(countWords)")
    if !legend.isEmpty { parts.append(list(legend)) }
    if !derivation.instances.isEmpty { parts.append("Networks: \(sentence(instanceWords))") }
    if !derivation.remarks.isEmpty {
      parts.append("## Remarks\n\n" + list(derivation.remarks.map(sentence)))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func sentence(_ text: String) -> String { Markup.markdown.sentence(text) }

  private func list(_ items: [String]) -> String {
    items.map { "- \($0)" }.joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private var symbolTable: [String] {
    let rows = derivation.symbols.map { symbol in
      [
        inline(LaTeXNotation.string(symbol.formula, understoodExample: understood)),
        sentence(symbol.meaning), symbol.shape.map { sentence($0.text) } ?? "",
      ]
    }
    return TextTable([.left("symbol"), .left("meaning"), .left("shape")], rows).markdown
  }

  private var understood: Index? { derivation.understoodExample }

  private func inline(_ latex: String) -> String { "$`\(latex)`$" }

  /// The number, the equation, reason and checks, what the line needs.
  private func line(_ step: Step) -> String {
    let equation = LaTeXNotation.string(step.equation, understoodExample: understood)
    let words = [sentence(step.reason)] + linkWords(step)
    let notes = notes(step)
    return """
      <a id="s\(step.id)"></a>**\(step.id)**

      ```math
      \(equation)
      ```

      \(words.joined(separator: " · "))
      """ + (notes.isEmpty ? "" : "\n\n" + list(notes))
  }

  /// The marks; the number of the other line leads there.
  private func linkWords(_ step: Step) -> [String] {
    var link = linkMark(step)
    if let other = linkedLine(step) {
      link.replace("= \(other) ", with: "= [\(other)](#s\(other)) ")
    }
    return [link, measuredMark(step)].filter { !$0.isEmpty }
  }

  private func notes(_ step: Step) -> [String] {
    let conditions = conditions(step).map {
      "\(markdown($0.statement)): \(sentence($0.status))"
    }
    return conditions + failureWords(step).map(sentence)
  }

  private func markdown(_ statement: Condition.Statement) -> String {
    func latex(_ expression: Expression) -> String {
      LaTeXNotation.string(expression, understoodExample: understood)
    }
    return switch statement {
    case .equal(let a, let b): inline("\(latex(a)) = \(latex(b))")
    case .different(let a, let b): inline("\(latex(a)) \\ne \(latex(b))")
    case .positive(let a): inline("\(latex(a)) > 0")
    case .count(let range, let count): inline("\(range) = \(count)")
    case .alone(let a, let b):
      inline(latex(.letter(a))) + " depends on " + inline(latex(.letter(b))) + " alone"
    }
  }
}
