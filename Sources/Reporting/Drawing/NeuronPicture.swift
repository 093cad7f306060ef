// The picture of one neuron: [N] figure 1, in the letters of [W].

/// A neuron i of layer ℓ: inputs times weights, plus the bias, through g.
public struct NeuronPicture: Sendable {
  /// What its ids begin with, so that several pictures on a page keep apart.
  public let prefix: String

  public init(prefix: String = "neuron") { self.prefix = prefix }

  /// A document by itself: it brings its style and its page.
  public func svg() -> String { drawn(isAlone: true, hasStyle: true) }

  /// An element for an HTML page.
  ///
  /// - Parameter hasStyle: whether the style sheet stands in it.
  public func inlineSVG(hasStyle: Bool = true) -> String {
    drawn(isAlone: false, hasStyle: hasStyle)
  }

  private func drawn(isAlone: Bool, hasStyle: Bool) -> String {
    var picture = PictureStyle.picture(
      prefix: prefix, width: 720, height: 424, title: "A neuron",
      description: """
        Node i of layer ℓ. Each value a_j^(ℓ−1) of the layer before is multiplied by its weight \
        w_ij^(ℓ); the sum of these products and of the bias b_i^(ℓ) is the weighted input z_i^(ℓ); \
        the activation function g makes of it the value a_i^(ℓ) = g(z_i^(ℓ)).
        """, isAlone: isAlone, hasStyle: hasStyle)
    drawLines(&picture)
    drawNodes(&picture)
    for label in labels { label.draw(&picture) }
    return picture.text
  }

  // MARK: - Places

  private static let sum = (x: 360.0, y: 200.0)
  private static let function = (x: 520.0, y: 200.0)
  private static let radius = 30.0
  private static let bias = (x: 360.0, y: 66.0)
  /// The inputs that are drawn; between them dots.
  private static let inputs = [("1", 66.0), ("2", 150.0), ("j", 262.0)]
  private static let inputX = 110.0
  private static let dots = [206.0, 318.0]

  private func drawLines(_ picture: inout SVGPicture) {
    let (sum, r) = (Self.sum, Self.radius)
    for (_, y) in Self.inputs {
      let (Δx, Δy) = (sum.x - Self.inputX, sum.y - y)
      let length = (Δx * Δx + Δy * Δy).squareRoot()
      let (u, v) = (Δx / length, Δy / length)
      picture.arrow(
        Self.inputX + r * u, y + r * v, sum.x - (r + 2) * u, sum.y - (r + 2) * v)
    }
    picture.arrow(Self.bias.x, Self.bias.y + 18, sum.x, sum.y - r - 2)
    picture.arrow(sum.x + r, sum.y, Self.function.x - r - 2, sum.y)
    picture.arrow(Self.function.x + r, sum.y, 622, sum.y)
  }

  private func drawNodes(_ picture: inout SVGPicture) {
    let (sum, function, r) = (Self.sum, Self.function, Self.radius)
    for (_, y) in Self.inputs { picture.dot(Self.inputX, y, radius: r, "circle") }
    for y in Self.dots {
      for n in -1...1 { picture.dot(Self.inputX, y + 9 * Double(n), radius: 2.2) }
    }
    picture.dot(Self.bias.x, Self.bias.y, radius: 18, "circle")
    picture.dot(sum.x, sum.y, radius: r, "circle")
    picture.add(
      #"<rect class="box" x="\#(short(function.x - r))" y="\#(short(function.y - r))" "#
        + #"width="\#(short(2 * r))" height="\#(short(2 * r))" rx="7"/>"#)
  }

  // MARK: - Words

  var labels: [PlacedLabel] { insideLabels + besideLabels + wordLabels }

  private var insideLabels: [PlacedLabel] {
    Self.inputs.map { j, y in PlacedLabel(Self.before(j), x: Self.inputX, y: y + 5) } + [
      PlacedLabel([.normal("+1")], x: Self.bias.x, y: Self.bias.y + 5),
      PlacedLabel([.normal("Σ")], x: Self.sum.x, y: Self.sum.y + 9, style: "large", scale: 2),
      PlacedLabel([.letter("g")], x: Self.function.x, y: Self.function.y + 5),
    ]
  }

  private var besideLabels: [PlacedLabel] {
    let weights = Self.inputs.map { j, y in
      let t = 0.44
      return PlacedLabel(
        Self.weight(j), x: (1 - t) * Self.inputX + t * Self.sum.x,
        y: (1 - t) * y + t * Self.sum.y + 5, style: "plated")
    }
    return weights + [
      PlacedLabel(Self.own("b"), x: Self.bias.x + 12, y: 124, .start),
      PlacedLabel(Self.own("z"), x: (Self.sum.x + Self.function.x) / 2, y: 188),
      PlacedLabel(Self.own("a"), x: 630, y: 205, .start),
    ]
  }

  private var wordLabels: [PlacedLabel] {
    let z: [SVGPiece] =
      Self.own("z") + [.normal("\u{A0}= ")] + Self.own("b")
      + [.normal("\u{A0}+ Σ"), .scripts(lower: "j", upper: ""), .normal("\u{A0}")]
      + Self.weight("j") + [.normal("\u{A0}")] + Self.before("j")
    let a: [SVGPiece] =
      Self.own("a") + [.normal("\u{A0}= "), .letter("g"), .normal("(")] + Self.own("z")
      + [.normal(")")]
    let layerBefore: [SVGPiece] = [.normal("layer "), .letter("ℓ"), .normal("−1")]
    let neuron: [SVGPiece] = [
      .normal("node "), .letter("i"), .normal(" of layer "), .letter("ℓ"),
    ]
    return [
      PlacedLabel(layerBefore, x: Self.inputX, y: 362),
      PlacedLabel([.normal("weighted sum")], x: Self.sum.x, y: 256),
      PlacedLabel([.normal("activation function")], x: Self.function.x, y: 256),
      PlacedLabel(neuron, x: 440, y: 284),
      PlacedLabel(z, x: 360, y: 400, .end),
      PlacedLabel(a, x: 440, y: 400, .start),
    ]
  }

  private static func own(_ letter: String) -> [SVGPiece] {
    [.letter(letter), .scripts(lower: "i", upper: "(ℓ)")]
  }
  private static func before(_ j: String) -> [SVGPiece] {
    [.letter("a"), .scripts(lower: j, upper: "(ℓ−1)")]
  }
  private static func weight(_ j: String) -> [SVGPiece] {
    [.letter("w"), .scripts(lower: "i" + j, upper: "(ℓ)")]
  }
}
