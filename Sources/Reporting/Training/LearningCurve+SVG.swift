// A learning curve as a picture: SVG 1.1, by itself readable on light and on dark pages.

public import Learning

extension LearningCurve {
  /// The curve as a self-contained SVG document.
  ///
  /// - Parameter title: what was trained; control characters and markup in it do no harm.
  public func svg(title: String) -> String {
    let title = Markup.plain.literal(title)
    let words = ([legendWords.training + "."] + (legendWords.heldOut.map { [$0 + "."] } ?? []))
    var picture = CostPicture.picture(
      title: title, words: (words.map(\.capitalizedFirst) + remarks).joined(separator: " "))
    guard let scales = LearningScales(self) else {
      picture.label(Self.nothingToDraw, x: CostPicture.frame.left, y: 60)
      return picture.text
    }
    draw(scales, &picture)
    CostPicture.legend(
      [("training", legendWords.training)] + (legendWords.heldOut.map { [("held-out", $0)] } ?? []),
      &picture)
    return picture.text
  }

  private func draw(_ scales: LearningScales, _ picture: inout SVGPicture) {
    let frame = CostPicture.frame
    frame.axes(
      heights: scales.costs.ticks(atMost: 6), places: scales.epochs.wholeTicks(atMost: 9),
      height: CostPicture.heightName(scales.costs), place: "epoch", &picture)
    let training = points.filter(\.cost.isFinite).map { place($0, $0.cost, scales) }
    let heldOut = points.compactMap { point in
      point.heldOutCost.flatMap { $0.isFinite ? place(point, $0, scales) : nil }
    }
    // A few epochs are points of their own; of many the line is enough.
    let areDotted = points.count <= 24
    CostPicture.draw(training, "training", areDotted: areDotted, &picture)
    CostPicture.draw(heldOut, "held-out", areDotted: areDotted, &picture)
    mark(scales, &picture)
    CostPicture.labels(
      [("training", training.last), ("held out", heldOut.last)], &picture)
  }

  private func place(
    _ point: Point, _ cost: Double, _ scales: LearningScales
  ) -> (x: Double, y: Double) {
    (CostPicture.frame.x(scales.x(point)), CostPicture.frame.y(scales.y(cost)))
  }

  /// Where the held-out cost was least, if it has risen since.
  private func mark(_ scales: LearningScales, _ picture: inout SVGPicture) {
    guard let least, least.epoch != points.last?.epoch,
      let point = points.first(where: { $0.epoch == least.epoch })
    else { return }
    let (x, y) = place(point, least.cost, scales)
    let frame = CostPicture.frame
    picture.line(x, frame.top, x, frame.bottom, "used")
    picture.dot(x, y, radius: 4.5, "ring")
    let isLeft = x > (frame.left + frame.right) / 2
    picture.label(
      "least held out: epoch \(NumberText.count(least.epoch))", x: x + (isLeft ? -8 : 8),
      y: frame.top + 14, isLeft ? "halo end" : "halo")
  }
}
