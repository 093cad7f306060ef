// A gradient for people: a terminal, and Markdown.

import NetworkModel
import Numbers

extension GradientReport {
  /// J, then every layer's z, a, g′, ∂J/∂a and δ, its gradients, and the predictions.
  ///
  /// Tables of up to 48 numbers a column or matrix are complete; of larger ones a corner is shown.
  public func text(style: TextStyle = .plain) -> String {
    let engineWords = "\(engine) engine"
    let name = style.paint(style.spell(network.title(.plain)), .bold)
    var lines = style.lines(
      network.summary(examples: batch.count) + [
        engineWords, "J = \(NumberText.text(forward.cost))",
      ],
      first: name + "  ", rest: "  ")
    if isAbridged { lines += [""] + style.lines(Self.abridgement, first: "  ", rest: "  ") }
    let columnsAtOnce = max(2, (style.width - 22) / 15)
    for l in 2...network.lastLayer {
      lines += section(nodeTable(l, .plain), style)
      for table in gradientTables(l, .plain, columnsAtOnce: columnsAtOnce) {
        lines += section(table, style)
      }
    }
    if let table = predictionTable(.plain) { lines += section(table, style) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ captioned: CaptionedTable, _ style: TextStyle) -> [String] {
    let caption = captioned.caption.isEmpty ? [] : style.lines(captioned.caption, rest: "  ")
    return [""] + caption.map { style.paint($0, .bold) } + captioned.table.lines(style)
  }

  /// The same as Markdown, with the tables of GitHub.
  public func markdown() -> String {
    var parts = ["# \(network.title(.markdown))"]
    parts.append(
      (network.summary(examples: batch.count) + [
        "\(engine) engine", "J = \(NumberText.text(forward.cost))",
      ]).joined(separator: " · "))
    if isAbridged { parts.append(Self.abridgement) }
    var tables: [CaptionedTable] = []
    for l in 2...network.lastLayer {
      tables.append(nodeTable(l, .markdown))
      tables += gradientTables(l, .markdown, columnsAtOnce: .max)
    }
    if let table = predictionTable(.markdown) { tables.append(table) }
    parts += tables.map {
      "## \($0.caption)\n\n" + $0.table.markdown.joined(separator: "\n")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
