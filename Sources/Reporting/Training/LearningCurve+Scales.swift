// The scales of a learning curve: epochs to the right, costs upwards.

import Learning

/// Where epochs and costs lie on the page.
struct LearningScales {
  let epochs: AxisScale
  let costs: AxisScale

  /// `nil` where fewer than two epochs have a finite cost: that is no curve.
  init?(_ curve: LearningCurve) {
    let drawn = curve.points.filter(\.isDrawn)
    guard let first = drawn.first?.epoch, let last = drawn.last?.epoch, first < last,
      let costs = AxisScale.fitting(
        drawn.flatMap { [$0.cost] + ($0.heldOutCost.map { [$0] } ?? []) })
    else { return nil }
    epochs = .linear(Double(first)...Double(last))
    self.costs = costs
  }

  func x(_ point: LearningCurve.Point) -> Double { epochs.fraction(Double(point.epoch)) }

  func y(_ cost: Double) -> Double { costs.fraction(cost) }
}

extension LearningCurve.Point {
  /// Whether one of the costs has a place in a plot.
  var isDrawn: Bool { cost.isFinite || heldOutCost?.isFinite == true }
}
