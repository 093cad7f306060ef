// Labels of pictures, piece by piece: letters in italics, indices below and above.

/// A piece of a label: on the line, below it or above it.
package enum SVGPiece: Equatable, Sendable {
  case normal(String)
  case lower(String)
  case upper(String)
  /// A letter of the notation, in italics.
  case letter(String)
  /// Indices, one above the other as in the notes: w_ij^(ℓ).
  case scripts(lower: String, upper: String)
  /// Text that the script of a page finds by its key and may change.
  case value(String, key: String)

  /// Markup of some pieces, inside of a `text` element.
  static func markup(of pieces: [SVGPiece]) -> String {
    var height = 0
    var offset = 0.0
    var result = ""
    for run in pieces.flatMap(\.runs) {
      let shift = run.height - height
      height = run.height
      let text = escapedForSVG(run.text)
      // A space at the start of a shifted piece is dropped by some viewers.
      let gap = offset + run.start + (shift != 0 && text.hasPrefix(" ") ? 4 : 0)
      offset = run.end
      if run.height == 0 && shift == 0 && gap == 0 && run.attributes.isEmpty {
        result += text
        continue
      }
      let down = run.height == 0 && shift == 0 ? "" : #" dy="\#(shift)""#
      let right = gap == 0 ? "" : #" dx="\#(short(gap))""#
      result += "<tspan\(down)\(right)\(run.attributes)>\(text)</tspan>"
    }
    return result
  }

  /// Text in one style and at one height.
  private struct Run {
    var text: String
    /// Downwards, in units of the picture.
    var height = 0
    /// How far to the right it is set, and what follows it.
    var start = 0.0
    var end = 0.0
    var attributes = ""
  }

  private var runs: [Run] {
    switch self {
    case .normal(let text): return [Run(text: text)]
    case .lower(let text): return [Run(text: text, height: 4, attributes: Self.small)]
    case .upper(let text):
      return [Run(text: text.withMinusSigns, height: -6, attributes: Self.small)]
    case .letter(let text): return [Run(text: text, attributes: #" class="letter""#)]
    case .value(let text, let key):
      return [Run(text: text, attributes: #" data-value="\#(key)""#)]
    case .scripts(let lower, ""): return [Self.lowered(lower)]
    case .scripts("", let upper): return SVGPiece.upper(upper).runs
    case .scripts(let lower, let upper):
      let (below, above) = (TextMeasure.scriptWidth(lower), TextMeasure.scriptWidth(upper))
      return [
        Self.lowered(lower),
        Run(
          text: upper, height: -6, start: -below, end: max(0, below - above),
          attributes: Self.small),
      ]
    }
  }

  private static let small = #" class="small""#

  /// Indices that are letters are in italics.
  private static func lowered(_ text: String) -> Run {
    let isLetter = text.allSatisfy { $0.isLetter }
    return Run(
      text: text, height: 4, attributes: isLetter ? #" class="small letter""# : small)
  }
}

extension String {
  /// A hyphen before a number is a minus sign.
  var withMinusSigns: String { String(map { $0 == "-" ? "−" : $0 }) }
}
