// What training has come to: costs and accuracies, in words and as a table.

import Learning
import NetworkModel

extension Performance {
  /// `0.8931 (7,145 of 8,000)`
  var accuracyText: String? {
    guard let accuracy, let correct else { return nil }
    return "\(NumberText.text(accuracy, digits: 4)) "
      + "(\(NumberText.count(correct)) of \(NumberText.count(count)))"
  }
}

extension TrainingReport {
  /// J and the accuracy, before and now, on the training set and on what is held out.
  func resultItems() -> [TrainingItem] {
    let (before, now) = NumberText.pair(start.cost, training.cost, digits: 4)
    var items = [
      TrainingItem(
        label: "J",
        pieces: ["\(before) before, \(now) now"]
          + (network.penalty.isNone ? [] : ["\(costText(training)) without the penalty"]))
    ]
    if let text = training.accuracyText {
      let before = start.accuracyText.map { ["\($0) before"] } ?? []
      items.append(TrainingItem(label: "accuracy", pieces: [text] + before))
    }
    if let heldOut {
      let cost = "J = \(costText(heldOut))" + (network.penalty.isNone ? "" : " without the penalty")
      let accuracy = heldOut.accuracyText.map { ["accuracy \($0)"] } ?? []
      items.append(TrainingItem(label: "held out", pieces: [cost] + accuracy))
    }
    return items
  }

  /// In what the costs of the curve differ from each other, or from J above.
  var curveNote: String? {
    let dropout = settings.dropout > 0 ? ["with nodes left out"] : []
    guard curve.hasHeldOut else {
      return dropout.isEmpty
        ? nil : "The costs of the curve are taken with nodes left out; J above is not."
    }
    let parts = (network.penalty.isNone ? [] : ["with the penalty"]) + dropout
    return parts.isEmpty
      ? nil
      : "The training costs of the curve are taken \(listed(parts)), those of the held-out examples "
        + "are not."
  }

  /// The same as a table, for Markdown.
  func resultTable() -> TextTable {
    let performances = [start, training] + (heldOut.map { [$0] } ?? [])
    var rows = [["examples"] + performances.map { NumberText.count($0.count) }]
    rows.append(
      ["J"] + [start, training].map { NumberText.text($0.cost, digits: 4) }
        + (heldOut == nil ? [] : [network.penalty.isNone ? costText(performances[2]) : "–"]))
    if !network.penalty.isNone {
      rows.append(["J without the penalty"] + performances.map(costText))
    }
    if training.correct != nil {
      rows.append(["accuracy"] + performances.map { $0.accuracyText ?? "–" })
    }
    let headings = ["before", "now"] + (heldOut == nil ? [] : ["held out, now"])
    return TextTable([.left("")] + headings.map { .right($0) }, rows)
  }

  private func costText(_ performance: Performance) -> String {
    NumberText.text(performance.dataCost, digits: 4)
  }
}
