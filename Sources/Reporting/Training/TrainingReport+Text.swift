// Training for people, on a terminal.

public import Learning
import NetworkModel

extension TrainingReport {
  /// What was done, how far it came, what it has come to, the learning curve, and what was noticed.
  ///
  /// - Parameters:
  ///   - fileWarnings: what the network file's reader had to say.
  ///   - classNames: what the classes 1 … K are called.
  ///   - saved: where the trained network was written.
  public func text(
    style: TextStyle = .plain, fileWarnings: [String] = [], classNames: [String]? = nil,
    saved: String? = nil
  ) -> String {
    let name = style.paint(style.spell(network.title(.plain)), .bold)
    var lines = style.lines(summaryPieces, first: name + "  ", rest: "  ")
    let classes = classWords(classNames, .plain).map {
      TrainingItem(label: "classes", pieces: [$0])
    }
    for items in [
      settingItems(.plain), courseItems(.plain, saved: saved),
      resultItems() + (classes.map { [$0] } ?? []),
    ] {
      lines += [""] + items.flatMap { style.labelled($0.label, $0.pieces) }
    }
    if LearningScales(curve) != nil {
      lines +=
        ["", style.paint(style.spell(curve.caption), .bold), ""]
        + curve.plot(style, note: curveNote)
    }
    for warning in warnings(fileWarnings, .plain) {
      lines += [""] + style.lines(warning, first: style.paint("!", .yellow) + " ", rest: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The warnings of the file, then what was noticed while training.
  func warnings(_ fileWarnings: [String], _ markup: Markup) -> [String] {
    fileWarnings.map(markup.sentence) + findings.map { $0.words(settings, markup) }
  }
}
