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
      description: ([
        "g(z) = \(text(activation.generalDefinition)), g′(z) = \(text(activation.generalSlope))."
      ] + notes)
      .joined(separator: " "), isAlone: isAlone, hasStyle: hasStyle)
    plot.draw(&picture)
    for label in labels(plot, notes) { label.draw(&picture) }
    legendLines(&picture)
    return picture.text
  }

  // MARK: - Words

  /// The parameter, where it is a letter of the formula: c = 2.
  private func parameter(in formula: Expression) -> String? {
    guard formula.contains(.c) else { return nil }
    return activation.parameter.map { plain($0.value) }
  }

  private func text(_ formula: Expression) -> String {
    TextNotation.string(formula) + (parameter(in: formula).map { ", c = \($0)" } ?? "")
      + (formula.contains(.a) ? ", a = g(z)" : "")
  }

  private func pieces(_ formula: Expression) -> [SVGPiece] {
    let value = parameter(in: formula).map { value -> [SVGPiece] in
      [.normal(", "), .letter("c"), .normal(" = \(value)")]
    }
    return MathText.pieces(TextNotation.string(formula)) + (value ?? [])
      + (formula.contains(.a) ? MathText.pieces(", a = g(z)") : [])
  }

  /// A sentence for each kink.
  func notes(_ curve: ActivationCurve) -> [String] {
    curve.kinks.map { kink in
      let place = "z = \(plain(kink.z))"
      let what = kink.value.jumps ? "a jump" : "a kink"
      return "At \(place) g has \(what) and no derivative; g′(\(plain(kink.z))) counts as "
        + "\(plain(kink.slope.here))."
    } + curve.remote.map { "At z = \(plain($0)), outside of the picture, g is not smooth." }
  }

  private func plain(_ value: Double) -> String {
    NumberText.text(value, digits: 4).withMinusSigns
  }

  func labels(_ plot: ActivationPlot, _ notes: [String]) -> [PlacedLabel] {
    let title = PlacedLabel(
      [.normal(activation.label.withMinusSigns)], x: 320, y: 32, style: "title", scale: 1.44)
    let g: [SVGPiece] = [.letter("g"), .normal("("), .letter("z"), .normal(") = ")]
    let slope: [SVGPiece] = [.letter("g"), .normal("′("), .letter("z"), .normal(") = ")]
    return [title] + plot.labels + [
      PlacedLabel(g + pieces(activation.generalDefinition), x: 150, y: 418, .start),
      PlacedLabel(slope + pieces(activation.generalSlope), x: 150, y: 442, .start),
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
