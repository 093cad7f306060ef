// A check along directions for people: a terminal, and Markdown.

public import GradientChecking
import NetworkModel

extension DirectionalReport {
  /// The report for a terminal: the verdict, each direction, the remainders and their slopes.
  public func text(style: TextStyle = .plain, fileWarnings: [String] = []) -> String {
    let mark = style.paint(style.spell("\(verdict.mark) \(verdict.words)"), verdict.paint)
    var lines = style.lines(summary(.plain), first: mark + "  ", rest: "  ")
    lines += [""] + style.labelled("measured", coverageWords)
    lines += style.labelled("certainty", certaintyWords)
    lines += [""] + directionTable().lines(style)
    if let remainders = remainderTable() {
      lines += [""] + style.lines(Self.remainderWords, first: "  ", rest: "  ")
      lines += [""] + remainders.lines(style)
    }
    for warning in fileWarnings.map(Markup.plain.sentence) {
      lines += [""] + style.lines(warning, first: style.paint("!", .yellow) + " ", rest: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as Markdown.
  public func markdown(fileWarnings: [String] = []) -> String {
    var parts = ["# \(verdict.mark) \(verdict.words): \(network.title(.markdown))"]
    parts.append(summary(.markdown).dropFirst().joined(separator: " · "))
    parts.append("- **Measured:** \(coverageWords)\n- **Certainty:** \(certaintyWords)")
    parts.append(directionTable().markdown.joined(separator: "\n"))
    if let remainders = remainderTable() {
      parts.append(Self.remainderWords)
      parts.append(remainders.markdown.joined(separator: "\n"))
    }
    if !fileWarnings.isEmpty {
      let items = fileWarnings.map { "- " + Markup.markdown.sentence($0) }
      parts.append("## Warnings\n\n" + items.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func summary(_ markup: Markup) -> [String] {
    [network.title(markup)] + network.summary(examples: nil) + ["J = \(NumberText.text(cost))"]
  }
}
