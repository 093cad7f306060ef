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
    page(findings, Self.equationCaption, verbose: verbose, allWarnings(fileWarnings, .markdown))
  }

  /// A page: the verdict, what was found, the tables, the warnings.
  func page(
    _ findings: [String], _ caption: String, verbose: Bool, _ warnings: [String]
  ) -> String {
    var parts = ["# \(verdict.mark) \(verdict.words): \(network.title(.markdown))"]
    if !selfTest.passed { parts.append("> **\(failureWords(.markdown))**") }
    parts.append(
      (network.summary(examples: batch.count) + ["J = \(NumberText.text(cost))"])
        .joined(separator: " · "))
    parts.append(findings.joined(separator: "\n"))
    let wrong = shownWrong
    let title =
      wrong.count > 10 ? "The first 10 of \(NumberText.count(wrong.count)) wrong" : "Wrong"
    parts += everything(Array(wrong.prefix(10)), title)
    parts.append(
      "## Equations\n\n\(caption)\n\n"
        + equationTable(.markdown).markdown.joined(separator: "\n"))
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
    items += wrongWords.map { ("Wrong", $0) }
    items += [("Measured", coverageWords), ("Certainty", certaintyWords)]
    if let worst { items.append(("Worst", line(worst))) }
    let unknown = unknownWords(.markdown)
    if !unknown.isEmpty {
      items.append(("Cannot tell", unknown.map { "\n  - \($0)" }.joined()))
    }
    return Self.items(items)
  }

  /// A list of findings, each behind its label.
  static func items(_ items: [(String, String)]) -> [String] {
    items.map { "- **\($0.0):**\($0.1.hasPrefix("\n") ? "" : " ")\($0.1)" }
  }

  func line(_ comparison: Comparison) -> String {
    comparison.verdict.mark + " " + comparison.pieces(.markdown).joined(separator: ", ")
  }

  private func everything(_ comparisons: [Comparison], _ title: String) -> [String] {
    if comparisons.isEmpty { return [] }
    let (table, schemes) = comparisonTable(comparisons, .markdown)
    return ["## \(title)\n\nBy \(schemes).\n\n" + table.markdown.joined(separator: "\n")]
  }
}
