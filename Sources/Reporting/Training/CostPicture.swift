// What pictures of training and held-out costs share: their frame, two lines, labels at their ends.

enum CostPicture {
  /// To the right there is room for the names of the lines.
  static let frame = PlotFrame(left: 74, right: 620, top: 72, bottom: 360)

  static func picture(title: String, words: String) -> SVGPicture {
    var picture = PlotStyle.picture(
      "costs", title: title, words: words, lines: ("training", "held-out"), dashed: "held-out")
    picture.label(title.fitted(to: 560, size: 16), x: frame.left, y: 30, "title")
    return picture
  }

  /// What stands above the axis of costs.
  static func heightName(_ costs: AxisScale) -> String {
    costs.isLogarithmic ? "cost J, logarithmic" : "cost J"
  }

  /// A line through its places, and a dot or a ring at each.
  static func draw(
    _ places: [(x: Double, y: Double)], _ style: String, areDotted: Bool,
    _ picture: inout SVGPicture
  ) {
    picture.path(places, style)
    guard areDotted || places.count == 1 else { return }
    for place in places {
      picture.dot(place.x, place.y, style == "training" ? "dot" : "ring")
    }
  }

  /// The names of the lines beside their right ends, moved apart where they would touch.
  static func labels(
    _ ends: [(name: String, place: (x: Double, y: Double)?)], _ picture: inout SVGPicture
  ) {
    let sorted = ends.compactMap { end in end.place.map { (name: end.name, x: $0.x, y: $0.y) } }
      .sorted { $0.y < $1.y }
    var heights = sorted.map(\.y)
    if heights.count == 2, heights[1] - heights[0] < distance {
      let middle = (heights[0] + heights[1]) / 2
      heights = [middle - distance / 2, middle + distance / 2]
    }
    // Nothing is written over the axis.
    let excess = max(0, (heights.last ?? 0) - (frame.bottom - 10))
    for (end, y) in zip(sorted, heights.map { $0 - excess }) {
      picture.label(end.name, x: end.x + 10, y: y + 4, "halo")
    }
  }

  private static let distance = 17.0

  /// What the lines are, below the axis.
  static func legend(_ entries: [(style: String, words: String)], _ picture: inout SVGPicture) {
    for (number, entry) in entries.enumerated() {
      let y = 430 + 20 * Double(number)
      picture.line(frame.left, y - 4, frame.left + 32, y - 4, entry.style)
      picture.label(entry.words, x: frame.left + 42, y: y)
    }
  }
}
