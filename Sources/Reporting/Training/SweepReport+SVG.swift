// A sweep as a picture: both costs against the values of the setting.

public import Learning
import NetworkModel

extension SweepReport {
  /// Both costs against the values, as a self-contained SVG document.
  public func svg() -> String {
    let title = "\(network.title(.plain)): \(caption)"
    var picture = CostPicture.picture(
      title: title, words: methodWords + " " + findingWords.joined(separator: " "))
    guard let costs = costScale else {
      picture.label(
        "There is no curve to draw: it takes two values with finite costs.",
        x: CostPicture.frame.left, y: 60)
      return picture.text
    }
    draw(costs, &picture)
    CostPicture.legend(
      [
        ("training", "training: J without the penalty, averaged over \(folds) folds"),
        ("held-out", "held out: the same of the fold left out, with its standard error"),
      ], &picture)
    return picture.text
  }

  private func draw(_ costs: AxisScale, _ picture: inout SVGPicture) {
    let frame = CostPicture.frame
    let axis = SweepAxis(points.map(\.value))
    frame.axes(
      heights: costs.ticks(atMost: 6), places: axis.ticks(inPictureOf: frame.right - frame.left),
      height: CostPicture.heightName(costs), place: setting.symbol, &picture)
    if let breakAt = axis.breakAt { cut(frame.x(breakAt), &picture) }
    markBest(axis, &picture)
    let sorted = points.sorted { $0.value < $1.value }
    for point in sorted {
      guard let (low, high) = ends(point, costs) else { continue }
      let x = frame.x(axis.x(point.value))
      picture.line(x, frame.y(low), x, frame.y(high), "spread")
      for end in [low, high] { picture.line(x - 4, frame.y(end), x + 4, frame.y(end), "spread") }
    }
    func places(_ cost: (Point) -> Double) -> [(x: Double, y: Double)] {
      sorted.filter { cost($0).isFinite }.map {
        (frame.x(axis.x($0.value)), frame.y(costs.fraction(cost($0))))
      }
    }
    let (training, heldOut) = (places(\.trainingCost), places(\.heldOutCost))
    CostPicture.draw(training, "training", areDotted: true, &picture)
    CostPicture.draw(heldOut, "held-out", areDotted: true, &picture)
    CostPicture.labels(
      [("training", training.last), ("held out", heldOut.last)], &picture)
  }

  /// Two slanted lines across the axis where it leaves out what lies between 0 and the others.
  private func cut(_ x: Double, _ picture: inout SVGPicture) {
    let y = CostPicture.frame.bottom
    for shift in [-3.0, 3] {
      picture.line(x + shift - 3, y + 6, x + shift + 3, y - 6, "axis")
    }
  }

  private func markBest(_ axis: SweepAxis, _ picture: inout SVGPicture) {
    guard let best else { return }
    let frame = CostPicture.frame
    let x = frame.x(axis.x(best.value))
    picture.line(x, frame.top, x, frame.bottom, "used")
    let isLeft = x > (frame.left + frame.right) / 2
    picture.label(
      "best: \(text(best.value))", x: x + (isLeft ? -8 : 8), y: frame.top + 14,
      isLeft ? "halo end" : "halo")
  }
}
