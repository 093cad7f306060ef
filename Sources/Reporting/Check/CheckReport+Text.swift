// A check for people, on a terminal.

public import GradientChecking
import NetworkModel

extension CheckReport {
  /// The report: the verdict first, then what it rests on.
  ///
  /// - Parameters:
  ///   - verbose: adds every measured derivative.
  ///   - fileWarnings: what the network file's reader had to say.
  public func text(
    style: TextStyle = .plain, verbose: Bool = false, fileWarnings: [String] = []
  ) -> String {
    var lines = headline(style)
    lines += [""] + findings(style)
    lines += [""] + equationTable(.plain).lines(style)
    for warning in allWarnings(fileWarnings, .plain) {
      lines += [""] + style.lines(warning, first: style.paint("!", .yellow) + " ", rest: "  ")
    }
    if verbose {
      lines += everything(parameters, "parameters", style) + everything(errors, "δ", style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    if !selfTest.passed {
      lines +=
        style.lines(
          failureWords(.plain), first: style.paint("! ", .red), rest: "  ") + [""]
    }
    let mark = style.paint(style.spell("\(verdict.mark) \(verdict.words)"), verdict.paint)
    let pieces = [network.title(.plain)] + network.summary(examples: batch.count)
    return lines
      + style.lines(
        pieces + ["J = \(NumberText.text(cost))"], first: mark + "  ", rest: "  ")
  }

  private func findings(_ style: TextStyle) -> [String] {
    let wrongParameters = wrong(parameters)
    var lines = firstWrongWords().map { style.labelled("first wrong", $0) } ?? []
    lines += style.labelled("measured", coverageWords)
    lines += style.labelled("certainty", certaintyWords)
    if let worst { lines += style.labelled("worst", marked(worst)) }
    lines += list("wrong", wrongParameters.map(marked), style)
    lines += list("wrong δ", wrong(errors).map(marked), style)
    lines += unknownWords(.plain).enumerated().flatMap { position, words in
      style.labelled(position == 0 ? "cannot tell" : "", words)
    }
    return lines
  }

  private func marked(_ comparison: Comparison) -> [String] {
    var pieces = comparison.pieces(.plain)
    pieces[0] = "\(comparison.verdict.mark) \(pieces[0])"
    return pieces
  }

  /// The first ten, and how many more; nothing where the worst is all there is.
  private func list(_ label: String, _ items: [[String]], _ style: TextStyle) -> [String] {
    guard items.count > 1 || label != "wrong" else { return [] }
    let heading = items.isEmpty ? "" : "\(label) (\(NumberText.count(items.count)))"
    var lines = items.prefix(10).enumerated().flatMap { position, pieces in
      style.labelled(position == 0 ? heading : "", pieces)
    }
    if items.count > 10 {
      lines += style.labelled("", "and \(NumberText.count(items.count - 10)) more")
    }
    return lines
  }

  private func everything(
    _ comparisons: [Comparison], _ title: String, _ style: TextStyle
  ) -> [String] {
    if comparisons.isEmpty { return [] }
    let (table, schemes) = comparisonTable(comparisons, .plain)
    return [""] + style.lines("\(title), by \(schemes)", first: "  ", rest: "  ")
      + table.lines(style)
  }
}
