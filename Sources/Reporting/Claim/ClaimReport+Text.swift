// The check of a claim for people, on a terminal.

public import Diagnosing
import GradientChecking
import NetworkModel

extension ClaimReport {
  /// The report, the most useful first: the verdict, what is wrong and why, then what it rests on.
  ///
  /// - Parameters:
  ///   - verbose: adds every measured derivative.
  ///   - fileWarnings: what the reader of the network file had to say.
  public func text(
    style: TextStyle = .plain, verbose: Bool = false, fileWarnings: [String] = []
  ) -> String {
    let judged = judged
    var lines = judged.headline(style) + [""]
    for (label, items) in findings(.plain, style.charset) {
      for (position, pieces) in items.enumerated() {
        lines += style.labelled(position == 0 ? label : "", pieces)
      }
    }
    lines += judged.wrongTable(style)
    lines += [""] + style.lines(equationCaption, first: "  ", rest: "  ")
    lines += judged.equationTable(.plain).lines(style)
    lines += judged.ending(style, verbose: verbose, allWarnings(fileWarnings, .plain))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The check of a claim as Markdown; see `text`.
  public func markdown(verbose: Bool = false, fileWarnings: [String] = []) -> String {
    let items = findings(.markdown, .unicode).map { label, items in
      let words = items.map { $0.joined(separator: ", ") }
      return (
        label.capitalizedFirst,
        words.count == 1 ? words[0] : words.map { "\n  - \($0)" }.joined()
      )
    }
    return judged.page(
      CheckReport.items(items), equationCaption, verbose: verbose,
      allWarnings(fileWarnings, .markdown))
  }
}
