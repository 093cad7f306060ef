// Labels with the room that they take.

/// A rectangle of the picture.
struct Box: Equatable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

/// A label at its place.
struct PlacedLabel: Sendable {
  enum Anchor: String, Sendable { case start, middle, end }

  let pieces: [SVGPiece]
  let x: Double
  /// The line that the letters stand on.
  let y: Double
  let anchor: Anchor
  /// The names that the style sheet has for it.
  let style: String
  let box: Box

  init(
    _ pieces: [SVGPiece], x: Double, y: Double, _ anchor: Anchor = .middle, style: String = "",
    scale: Double = 1
  ) {
    self.pieces = pieces
    self.x = x
    self.y = y
    self.anchor = anchor
    self.style = style
    let width = TextMeasure.width(pieces) * scale
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    let hasScripts = pieces.contains { $0.isRaised }
    box = Box(
      left: left, top: y - (hasScripts ? 15 : 11 * scale), right: left + width,
      bottom: y + (hasScripts ? 7 : 4 * scale))
  }

  var width: Double { box.right - box.left }

  /// The label, and what the style sheet and a script call it.
  func draw(_ picture: inout SVGPicture) {
    if style.contains("plated") {
      // What Times leaves of the room, on either side.
      let margin = width * 0.1
      picture.add(
        #"<rect class="plate" x="\#(short(box.left + margin))" y="\#(short(box.top))" "#
          + #"width="\#(short(width - 2 * margin))" height="\#(short(box.bottom - box.top))" rx="3"/>"#
      )
    }
    let names = [style, anchor == .start ? "" : anchor.rawValue].filter { !$0.isEmpty }
    picture.label(pieces, x: x, y: y, names.joined(separator: " "))
  }
}

extension SVGPiece {
  fileprivate var isRaised: Bool {
    switch self {
    case .lower, .upper, .scripts: true
    case .normal, .letter, .value: false
    }
  }

  /// `a_i^(ℓ)`, without its value.
  static func symbol(_ letter: String, _ lower: String, layer: Int) -> [SVGPiece] {
    [.letter(letter), .scripts(lower: lower, upper: "(\(layer))")]
  }
}

extension String {
  /// The beginning of the text that is no wider than `width`.
  func fitted(to width: Double, size: Double) -> String {
    if TextMeasure.width(self, size: size) <= width { return self }
    var kept = self[...]
    while !kept.isEmpty, TextMeasure.width(kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }

  /// Lines no wider than `width`, broken at spaces.
  func lines(within width: Double) -> [String] {
    split(separator: " ").reduce(into: []) { lines, word in
      if let last = lines.last, TextMeasure.width("\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }
}
