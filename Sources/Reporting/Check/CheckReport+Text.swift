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
    lines += [""] + style.lines(Self.equationCaption, first: "  ", rest: "  ")
    lines += equationTable(.plain).lines(style)
    lines += ending(style, verbose: verbose, allWarnings(fileWarnings, .plain))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The warnings; every measured derivative where they are asked for.
  func ending(_ style: TextStyle, verbose: Bool, _ warnings: [String]) -> [String] {
    let lines = warnings.flatMap {
      [""] + style.lines($0, first: style.paint("!", .yellow) + " ", rest: "  ")
    }
    if !verbose { return lines }
    return lines + everything(parameters, "parameters", style) + everything(errors, "δ", style)
  }

  /// The verdict, the network and J; before them what the tool's own test has missed.
  func headline(_ style: TextStyle) -> [String] {
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
    var lines = firstWrongWords().map { style.labelled("first wrong", $0) } ?? []
    lines += list("wrong", wrongWords, style)
    lines += style.labelled("measured", coverageWords)
    lines += style.labelled("certainty", certaintyWords)
    if let worst {
      var pieces = worst.pieces(.plain)
      pieces[0] = "\(worst.verdict.mark) \(pieces[0])"
      lines += style.labelled("worst", pieces)
    }
    lines += list("cannot tell", unknownWords(.plain), style)
    return lines + wrongTable(style)
  }

  /// Items below each other, the label beside the first.
  private func list(_ label: String, _ items: [String], _ style: TextStyle) -> [String] {
    items.enumerated().flatMap { position, item in
      style.labelled(position == 0 ? label : "", item)
    }
  }

  /// The first ten of what is wrong, where it is more than the worst alone.
  func wrongTable(_ style: TextStyle) -> [String] {
    let wrong = shownWrong
    guard wrong.count > 1 || !wrong.isEmpty && wrong[0].coordinate != worst?.coordinate else {
      return []
    }
    let title =
      wrong.count > 10 ? "the first 10 of \(NumberText.count(wrong.count)) wrong" : "wrong"
    return everything(Array(wrong.prefix(10)), title, style)
  }

  func everything(
    _ comparisons: [Comparison], _ title: String, _ style: TextStyle
  ) -> [String] {
    if comparisons.isEmpty { return [] }
    let (table, schemes) = comparisonTable(comparisons, .plain)
    return [""] + style.lines("\(title), by \(schemes)", first: "  ", rest: "  ")
      + table.lines(style)
  }
}
