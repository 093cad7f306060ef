// An SVG document made of lines, dots and labels.

/// The elements of a picture, one a line.
package struct SVGPicture {
  private var lines: [String]

  /// - Parameters:
  ///   - style: what its style sheet calls it, so that two pictures on a page keep apart.
  ///   - attributes: of the whole picture, from a space on.
  package init(style: String, width: Int = 720, height: Int = 460, attributes: String = "") {
    lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" role="img" "#
        + #"class="\#(style)"\#(attributes)>"#
    ]
  }

  package var text: String { lines.joined(separator: "\n") + "\n</svg>\n" }

  package mutating func add(_ element: String) { lines.append(element) }

  package mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String,
    attributes: String = ""
  ) {
    add(
      #"<line class="\#(style)" x1="\#(short(x1))" y1="\#(short(y1))" x2="\#(short(x2))" "#
        + #"y2="\#(short(y2))"\#(attributes)/>"#)
  }

  package mutating func path(_ places: [(x: Double, y: Double)], _ style: String) {
    guard places.count > 1 else { return }
    let points = places.map { "\(short($0.x)),\(short($0.y))" }.joined(separator: " ")
    add(#"<polyline class="\#(style)" points="\#(points)"/>"#)
  }

  package mutating func dot(
    _ x: Double, _ y: Double, radius: Double = 3, _ style: String = "dot"
  ) {
    add(#"<circle class="\#(style)" cx="\#(short(x))" cy="\#(short(y))" r="\#(short(radius))"/>"#)
  }

  package mutating func label(_ words: String, x: Double, y: Double, _ style: String = "") {
    label([.normal(words)], x: x, y: y, style)
  }

  package mutating func label(_ pieces: [SVGPiece], x: Double, y: Double, _ style: String = "") {
    let words = SVGPiece.markup(of: pieces)
    let place = #"x="\#(short(x))" y="\#(short(y))""#
    add(#"<text class="\#(style)" \#(place)>\#(words)</text>"#)
  }

  /// 10 to a power.
  package mutating func power(_ exponent: Int, x: Double, y: Double, _ style: String) {
    label([.normal("10"), .upper("\(exponent)")], x: x, y: y, style)
  }
}

/// One decimal: finer than anybody sees.
func short(_ x: Double) -> String {
  let tenths = Int((x * 10).rounded())
  return tenths % 10 == 0
    ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// Text for SVG: no sign of it is markup.
package func escapedForSVG(_ text: String) -> String {
  Markup.plain.sentence(text).reduce(into: "") { result, character in
    switch character {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\"": result += "&quot;"
    default: result.append(character)
    }
  }
}
