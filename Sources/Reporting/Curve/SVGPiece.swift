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
      let isSpace = run.text.allSatisfy { $0 == " " }
      if isSpace, offset != 0 || height != run.height {
        offset += run.start + Self.space * Double(run.text.count) + run.end
        continue
      }
      let shift = run.height - height
      height = run.height
      if run.height == 0 && shift == 0 && offset + run.start == 0 && run.attributes.isEmpty {
        result += escapedForSVG(run.text)
        continue
      }
      // Some viewers drop spaces at the ends of a shifted piece: its neighbours are moved instead.
      let text = run.text.drop { $0 == " " }
      let gap = offset + run.start + Self.space * Double(run.text.count - text.count)
      let spaces = text.reversed().prefix { $0 == " " }.count
      offset = run.end + Self.space * Double(spaces)
      let down = run.height == 0 && shift == 0 ? "" : #" dy="\#(shift)""#
      let right = gap == 0 ? "" : #" dx="\#(short(gap))""#
      result +=
        "<tspan\(down)\(right)\(run.attributes)>"
        + "\(escapedForSVG(String(text.dropLast(spaces))))</tspan>"
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
    case .scripts(let lower, ""): return Self.lowered(lower)
    case .scripts("", let upper): return SVGPiece.upper(upper).runs
    case .scripts(let lower, let upper):
      let (below, above) = (TextMeasure.scriptWidth(lower), TextMeasure.scriptWidth(upper))
      return Self.lowered(lower) + [
        Run(
          text: upper, height: -6, start: -below, end: max(0, below - above),
          attributes: Self.small)
      ]
    }
  }

  private static let space = 4.0
  private static let small = #" class="small""#

  /// Indices that are letters are in italics, each run of them by itself: the i of w_i1.
  private static func lowered(_ text: String) -> [Run] {
    var runs: [Run] = []
    var rest = text[...]
    while let first = rest.first {
      let same = rest.prefix { $0.isLetter == first.isLetter }
      rest.removeFirst(same.count)
      runs.append(
        Run(
          text: String(same), height: 4,
          attributes: first.isLetter ? #" class="small letter""# : small))
    }
    return runs
  }
}

extension String {
  /// A hyphen that no letter follows is a minus sign.
  package var withMinusSigns: String {
    let following = dropFirst().map { $0.isLetter } + [false]
    return String(zip(self, following).map { $0 == "-" && !$1 ? "−" : $0 })
  }
}
