// A check as Markdown, with the tables of GitHub.

public import GradientChecking
import NetworkModel

extension CheckReport {
  /// The report as Markdown.
  ///
  /// - Parameters:
  ///   - verbose: adds every measured derivative.
  ///   - fileWarnings: what the network file's reader had to say.
  public func markdown(verbose: Bool = false, fileWarnings: [String] = []) -> String {
    var parts = ["# \(verdict.mark) \(verdict.words): \(network.title(.markdown))"]
    if !selfTest.passed { parts.append("> **\(failureWords(.markdown))**") }
    parts.append(
      (network.summary(examples: batch.count) + ["J = \(NumberText.text(cost))"])
        .joined(separator: " · "))
    parts.append(findings.joined(separator: "\n"))
    parts.append("## Equations\n\n" + equationTable(.markdown).markdown.joined(separator: "\n"))
    let warnings = allWarnings(fileWarnings, .markdown)
    if !warnings.isEmpty {
      parts.append("## Warnings\n\n" + warnings.map { "- \($0)" }.joined(separator: "\n"))
    }
    if verbose {
      parts += everything(parameters, "Parameters") + everything(errors, "δ")
    }
    return parts.joined(separator: "\n\n").unglued + "\n"
  }

  private var findings: [String] {
    var items: [(String, String)] = []
    if let first = firstWrongWords() { items.append(("First wrong", first)) }
    items += [("Measured", coverageWords), ("Certainty", certaintyWords)]
    if let worst { items.append(("Worst", line(worst))) }
    let wrong = wrong(parameters) + wrong(errors)
    if wrong.count > 1 {
      let rest = wrong.count > 10 ? "\n  - and \(NumberText.count(wrong.count - 10)) more" : ""
      items.append(
        (
          "Wrong (\(NumberText.count(wrong.count)))",
          wrong.prefix(10).map { "\n  - \(line($0))" }.joined() + rest
        ))
    }
    let unknown = unknownWords(.markdown)
    if !unknown.isEmpty {
      items.append(("Cannot tell", unknown.map { "\n  - \($0)" }.joined()))
    }
    return items.map { "- **\($0.0):** \($0.1)" }
  }

  private func line(_ comparison: Comparison) -> String {
    comparison.verdict.mark + " " + comparison.pieces(.markdown).joined(separator: ", ")
  }

  private func everything(_ comparisons: [Comparison], _ title: String) -> [String] {
    if comparisons.isEmpty { return [] }
    let (table, schemes) = comparisonTable(comparisons, .markdown)
    return ["## \(title)\n\nBy \(schemes).\n\n" + table.markdown.joined(separator: "\n")]
  }
}
