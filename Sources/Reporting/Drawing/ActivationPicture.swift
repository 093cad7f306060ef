// The picture of an activation function: [W] §7, [N] figure 2.

public import NetworkModel
import Notation

/// The curves of g and g′, with axes; kinks and jumps marked, as the formula has them.
public struct ActivationPicture: Sendable {
  public let activation: Activation
  /// What its ids begin with, so that several pictures on a page keep apart.
  public let prefix: String

  public init(_ activation: Activation, prefix: String = "activation") {
    self.activation = activation
    self.prefix = prefix
  }

  /// A document by itself: it brings its style and its page.
  public func svg() -> String { drawn(isAlone: true, hasStyle: true) }

  /// An element for an HTML page.
  ///
  /// - Parameter hasStyle: whether the style sheet stands in it.
  public func inlineSVG(hasStyle: Bool = true) -> String {
    drawn(isAlone: false, hasStyle: hasStyle)
  }

  private func drawn(isAlone: Bool, hasStyle: Bool) -> String {
    let curve = ActivationCurve(activation)
    let plot = ActivationPlot(curve)
    let notes = notes(curve)
    var picture = PictureStyle.picture(
      prefix: prefix, width: 640, height: 464 + 19 * Double(notes.count),
      title: "\(activation.label): the function and its derivative",
      description: (["g(z) = \(valueText), g′(z) = \(slopeText)."] + notes)
        .joined(separator: " "), isAlone: isAlone, hasStyle: hasStyle)
    plot.draw(&picture)
    for label in labels(plot, notes) { label.draw(&picture) }
    legendLines(&picture)
    return picture.text
  }

  // MARK: - Words

  /// The letter c stands for the parameter, whose number follows.
  private var valueText: String {
    TextNotation.string(activation.generalDefinition)
      + note(with: activation.generalDefinition)
  }

  private var slopeText: String {
    let slope = activation.generalSlope
    return TextNotation.string(slope) + note(with: slope)
      + (slope.contains(.a) ? ", a = g(z)" : "")
  }

  private func note(with formula: Expression) -> String {
    guard formula.contains(.c), let parameter = activation.parameter else { return "" }
    return ", c = \(plain(parameter.value))"
  }

  /// A sentence for each kink.
  func notes(_ curve: ActivationCurve) -> [String] {
    curve.kinks.map { kink in
      let place = "z = \(plain(kink.z))"
      let what = kink.value.jumps ? "a jump" : "a kink"
      return "At \(place) g has \(what) and no derivative; g′(\(plain(kink.z))) counts as "
        + "\(plain(kink.slope.here))."
    }
  }

  private func plain(_ value: Double) -> String {
    NumberText.text(value, digits: 4).withMinusSigns
  }

  func labels(_ plot: ActivationPlot, _ notes: [String]) -> [PlacedLabel] {
    let title = PlacedLabel(
      [.normal(activation.label)], x: 320, y: 32, style: "title", scale: 1.44)
    let g: [SVGPiece] = [.letter("g"), .normal("("), .letter("z"), .normal(") = ")]
    let slope: [SVGPiece] = [.letter("g"), .normal("′("), .letter("z"), .normal(") = ")]
    return [title] + plot.labels + [
      PlacedLabel(g + MathText.pieces(valueText), x: 150, y: 418, .start),
      PlacedLabel(slope + MathText.pieces(slopeText), x: 150, y: 442, .start),
    ]
      + notes.enumerated().map {
        PlacedLabel([.normal($1)], x: 320, y: 470 + 19 * Double($0))
      }
  }

  private func legendLines(_ picture: inout SVGPicture) {
    picture.line(100, 413, 138, 413, "function")
    picture.line(100, 437, 138, 437, "slope")
  }
}
