// What a learning curve shows, in words.

import Learning

extension LearningCurve {
  static let nothingToDraw =
    "There is no curve to draw: it takes two epochs with a finite cost."

  /// What the two lines are.
  var legendWords: (training: String, heldOut: String?) {
    (
      "training: J of an epoch's batches, each before its update, on average",
      hasHeldOut ? "held out: J after the epoch, without the penalty" : nil
    )
  }

  var hasHeldOut: Bool { points.contains { $0.heldOutCost?.isFinite == true } }

  /// The drawn epoch with the least held-out cost, the first of equal ones.
  var least: (epoch: Int, cost: Double)? {
    points.compactMap { point in
      point.heldOutCost.flatMap { $0.isFinite ? (point.epoch, $0) : nil }
    }.min { $0.1 < $1.1 }
  }

  /// Whether the held-out cost rises again, with what that means; and what could not be drawn.
  var remarks: [String] {
    let missing = points.count { !$0.cost.isFinite }
    return (overfitting.map { [$0] } ?? [])
      + (missing == 0
        ? []
        : [
          "\(counted(missing, "cost")) of the curve \(missing == 1 ? "is no finite number" : "are no finite numbers") and not drawn."
        ])
  }

  /// The held-out cost has a hundredth more than its least: less may be the chance of the last steps.
  private var overfitting: String? {
    guard let least, let last = points.last?.heldOutCost,
      last - least.cost > 0.01 * least.cost.magnitude
    else { return nil }
    let (low, now) = NumberText.pair(least.cost, last, digits: 4)
    return
      "The held-out cost was least, \(low), after epoch \(NumberText.count(least.epoch)) and is "
      + "\(now) now: since then the network learns its examples by heart instead of what they have "
      + "in common (overfitting). Stop earlier, take a larger λ, or more examples."
  }
}
