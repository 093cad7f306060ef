// How a network was trained, in words: the method by its name in the notes, α, μ, dropout, the seed.

import Learning
import NetworkModel

/// Something that is said of training: a label, and the pieces beside it.
struct TrainingItem {
  let label: String
  let pieces: [String]
}

extension TrainingReport {
  /// What was asked for.
  func settingItems(_ markup: Markup) -> [TrainingItem] {
    var items = [
      TrainingItem(label: "method", pieces: methodPieces),
      TrainingItem(label: "rate", pieces: ratePieces(markup)),
    ]
    if settings.momentum != 0 {
      items.append(
        TrainingItem(label: "momentum", pieces: ["μ = \(NumberText.text(settings.momentum))"]))
    }
    if settings.dropout != 0 {
      let p = NumberText.text(settings.dropout)
      items.append(
        TrainingItem(
          label: "dropout",
          pieces: ["every hidden node is left out of an iteration with probability \(p)"]))
    }
    if let seedWords { items.append(TrainingItem(label: "seed", pieces: [seedWords])) }
    return items
  }

  /// |D^(b)|, but for the last batch of an epoch.
  private var batchSize: Int { settings.batch.count(of: training.count) }

  private var isWhole: Bool { batchSize >= training.count }

  private var methodPieces: [String] {
    switch settings.method {
    case .averagedMiniBatches:
      return [
        "averaged mini-batches (Algorithm 1 of [V])", batchWords,
        "one update an epoch, with the average of the batches' gradients",
      ] + orderPieces
    case .gradientDescent where isWhole:
      return ["batch gradient descent", "all examples in every iteration"]
    case .gradientDescent where batchSize == 1:
      return ["stochastic gradient descent", "one example an iteration"] + orderPieces
    case .gradientDescent:
      return ["mini-batch gradient descent", batchWords] + orderPieces
    }
  }

  /// `20 examples a batch, 7 in the last`
  private var batchWords: String {
    let rest = training.count % max(batchSize, 1)
    return "\(counted(batchSize, "example")) a batch"
      + (rest == 0 ? "" : ", \(NumberText.count(rest)) in the last")
  }

  private var orderPieces: [String] {
    if isWhole { return [] }
    return [settings.order == .given ? "in the order of the file" : "drawn anew each epoch"]
  }

  /// α, and how it goes on.
  private func ratePieces(_ markup: Markup) -> [String] {
    let start = "α = \(NumberText.text(settings.rate))"
    if settings.schedule == .constant { return [start + " in every epoch"] }
    let formula = TextNotation.string(settings.schedule.definition)
    return [
      start + " to begin with",
      markup.sentence("\(settings.schedule.name): \(formula) in epoch e of E"),
    ]
  }

  /// `1, which decides on the order and on the held-out examples`; `nil` where it decides on nothing.
  private var seedWords: String? {
    let parts =
      (settings.order == .shuffled && !isWhole ? ["the order of the examples"] : [])
      + (settings.dropout > 0 ? ["the nodes left out"] : [])
      + (heldOut != nil ? ["the examples held out"] : [])
    return parts.isEmpty ? nil : "\(settings.seed), which decides on \(listed(parts))"
  }
}
