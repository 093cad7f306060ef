// Training as Markdown, with the tables of GitHub.

public import Learning
import NetworkModel

extension TrainingReport {
  /// The report as Markdown.
  ///
  /// - Parameters:
  ///   - fileWarnings: what the network file's reader had to say.
  ///   - classNames: what the classes 1 … K are called.
  ///   - saved: where the trained network was written.
  public func markdown(
    fileWarnings: [String] = [], classNames: [String]? = nil, saved: String? = nil
  ) -> String {
    var parts = [
      "# Training of \(network.title(.markdown))", summaryPieces.joined(separator: " · "),
      resultTable().markdown.joined(separator: "\n"),
    ]
    if let classes = classWords(classNames, .markdown) { parts.append("Classes: \(classes).") }
    parts.append(
      "## How\n\n"
        + TextTable(
          [.left(""), .left("")],
          (settingItems(.markdown) + courseItems(.markdown, saved: saved)).map {
            [$0.label, $0.pieces.joined(separator: "; ")]
          }
        ).markdown.joined(separator: "\n"))
    if LearningScales(curve) != nil { parts.append(curve.markdownSection(note: curveNote)) }
    let warnings = warnings(fileWarnings, .markdown)
    if !warnings.isEmpty {
      parts.append("## Findings\n\n" + warnings.map { "- \($0)" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n").unglued + "\n"
  }
}

extension LearningCurve {
  /// The plot of characters in a fenced block.
  fileprivate func markdownSection(note: String?) -> String {
    let plot = plot(TextStyle(width: 80), note: note).joined(separator: "\n")
    return "## \(caption)\n\n```text\n\(plot)\n```"
  }
}
