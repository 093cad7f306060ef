// What a check along directions has found: sentences and tables for every form.

import GradientChecking
import NetworkModel

extension DirectionalReport {
  var coverageWords: String {
    "the slope of J along \(counted(directions.count, "random direction")) (seed \(seed)), each "
      + "moving all \(counted(network.parameters.count, "parameter")) at once by the same amount, up "
      + "or down"
  }

  var certaintyWords: String {
    let wrong = directions.count { $0.verdict == .wrong }
    if wrong > 0 {
      return
        "Along \(wrong) of \(counted(directions.count, "direction")) the claim is off by more than "
        + "truncation and rounding can explain. A check of every parameter says which are wrong."
    }
    guard let error = smallestDetectableError else {
      return "None of the measured slopes is good enough to judge with."
    }
    return "An error of \(NumberText.limit(error)) in any one parameter would have been found. "
      + "Several errors can cancel along one direction, seldom along all of them; no parameter is "
      + "looked at by itself."
  }

  /// What the remainders show.
  static let remainderWords =
    "The remainder R(h) = |J(θ + hd) − J(θ) − h ⟨∇J, d⟩| falls as h² where the gradient is right: "
    + "its slope in a log-log plot is 2. A slope of 1 means wrong."

  /// A row for each direction.
  func directionTable() -> TextTable {
    TextTable(
      [
        .left(""), .right("d"), .point("claimed ⟨∇J, d⟩"), .point("measured"), .left("off by"),
        .left("bound"), .left("slope"),
      ],
      directions.enumerated().map { position, direction in
        let (claimed, measured) = direction.numbers
        return [
          direction.verdict.mark, "\(position + 1)", claimed, measured,
          NumberText.text(direction.difference, digits: 2), NumberText.limit(direction.bound),
          direction.slopeText,
        ]
      })
  }

  /// R(h), a column for each direction; nothing where all remainders are rounding.
  func remainderTable() -> TextTable? {
    let steps = Set(directions.flatMap { $0.remainders.map(\.step) }).sorted(by: >)
    if steps.isEmpty { return nil }
    let heading = [TextTable.Column.left("h")]
    return TextTable(
      heading + directions.indices.map { .left("R(h), d = \($0 + 1)") },
      steps.map { h in
        [NumberText.step(h)]
          + directions.map { direction in
            direction.remainders.first { $0.step == h }.map {
              NumberText.text($0.value, digits: 3)
            } ?? "rounding"
          }
      })
  }
}

extension DirectionalReport.Direction {
  var difference: Double { (claimed - measurement.derivative).magnitude }
  var bound: Double { measurement.bound + claimRounding }

  fileprivate var numbers: (claimed: String, measured: String) {
    verdict == .right
      ? (NumberText.text(claimed), NumberText.text(measurement.derivative))
      : NumberText.pair(claimed, measurement.derivative)
  }

  /// The slope with two decimals.
  fileprivate var slopeText: String {
    guard let slope, slope.isFinite else { return "–" }
    return NumberText.text((100 * slope).rounded() / 100)
  }
}
