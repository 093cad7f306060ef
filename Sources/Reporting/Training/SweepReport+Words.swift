// What a sweep has found, in words.

import Learning
import NetworkModel

extension SweptSetting {
  /// Its letter in the notes, and what tells it from others of that letter.
  var symbol: String {
    switch self {
    case .l2: "λ of L2"
    case .l1: "λ of L1"
    case .rate: "α"
    case .momentum: "μ"
    case .dropout: "dropout"
    }
  }

  /// Its letter alone.
  var letter: String {
    switch self {
    case .l2, .l1: "λ"
    case .rate: "α"
    case .momentum: "μ"
    case .dropout: "p"
    }
  }

  /// What it is at 0, and whether it may be no smaller.
  fileprivate var wordsAtZero: String? {
    switch self {
    case .l2, .l1: "without this penalty"
    case .momentum: "without momentum"
    case .dropout: "without dropout"
    case .rate: nil
    }
  }
}

extension SweepReport {
  /// `λ of L2 by 5-fold cross validation`
  var caption: String { "\(setting.symbol) by \(folds)-fold cross validation" }

  /// What was done, and what the numbers are.
  var methodWords: String {
    "Of \(counted(exampleCount, "example")), cut into \(folds) folds, each fold is held out once and "
      + "the network trained with the others, from the same beginning. Costs are J without the "
      + "penalty, averaged over the folds; ± is the standard error of the held-out one."
  }

  /// The best value, whether it lies at an end, and which others are no worse.
  var findingWords: [String] {
    guard let best else { return ["No held-out cost is a finite number: take a smaller rate."] }
    var sentences = [
      "Best is \(setting.letter)\u{A0}=\u{A0}\(text(best.value)), with the least held-out cost, "
        + "\(NumberText.text(best.heldOutCost, digits: 4))."
    ]
    if let endWords { sentences.append(endWords) }
    let close = points.filter {
      $0.value != best.value && $0.heldOutCost <= best.heldOutCost + best.heldOutError
    }
    if !close.isEmpty {
      sentences.append(
        "Within its standard error, and so no worse as far as these folds can tell: "
          + "\(listed(close.map { text($0.value) })).")
    }
    return sentences
  }

  /// The least held-out cost at the smallest or the largest value, though there are others.
  var isBestAtEnd: Bool {
    let values = points.map(\.value)
    guard let best, let low = values.min(), let high = values.max(), low < high else {
      return false
    }
    return best.value == low || best.value == high
  }

  private var endWords: String? {
    guard isBestAtEnd, let best else { return nil }
    if best.value == 0, let words = setting.wordsAtZero {
      return "The range cannot go lower: the network does best \(words)."
    }
    let isLow = best.value == points.map(\.value).min()
    return "It lies at the \(isLow ? "lower" : "upper") end of the range: try "
      + "\(isLow ? "smaller" : "larger") values, too."
  }

  func text(_ value: Double) -> String { NumberText.text(value, digits: 4) }

  /// What was trained; the penalty that is swept over is not the network's own.
  var summaryPieces: [String] {
    let penalty = Penalty(
      l2: setting == .l2 ? 0 : network.penalty.l2, l1: setting == .l1 ? 0 : network.penalty.l1)
    let swept = Network(
      sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: network.cost, penalty: penalty,
      parameters: network.parameters)
    return swept.summary(examples: exampleCount)
  }

  /// A line for each value; where outputs are classes, the accuracies beside the costs.
  func table() -> TextTable {
    let hasAccuracy = points.contains { $0.heldOutAccuracy != nil }
    func accuracy(_ value: Double?) -> [String] { hasAccuracy ? [value.map(text) ?? "–"] : [] }
    let heading: [TextTable.Column] = hasAccuracy ? [.point("accuracy")] : []
    return TextTable(
      [.point(setting.letter), .point("training J")] + heading + [.point("held-out J"), .left("±")]
        + heading + [.left("")],
      points.map { point in
        [text(point.value), text(point.trainingCost)] + accuracy(point.trainingAccuracy)
          + [text(point.heldOutCost), NumberText.text(point.heldOutError, digits: 2)]
          + accuracy(point.heldOutAccuracy) + [point == best ? "best" : ""]
      })
  }
}
