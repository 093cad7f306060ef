// Beside the page, where a terminal is wide: all lines, and where among them one is.

import Reporting

extension Stepper {
  /// How many columns the list of lines takes, with the line that sets it off.
  private static let mapWidth = 38

  /// Whether there is room for the list of lines.
  func hasMap(_ window: Window) -> Bool { window.columns >= 118 && window.rows >= 10 }

  /// How the page is laid out beside it.
  func pageStyle(in window: Window) -> TextStyle {
    guard hasMap(window) else { return window.style }
    return TextStyle(
      width: min(window.style.width, window.columns) - Self.mapWidth,
      isColored: window.style.isColored, charset: window.style.charset)
  }

  /// The rows of the page, each with a row of the list behind it.
  func besideMap(_ body: [String], in window: Window) -> [String] {
    let width = pageStyle(in: window).width
    let sign = window.style.charset == .ascii ? "|" : "│"
    let map = map(window.style, height: body.count)
    return body.enumerated().map { row, text in
      text.padded(to: width, isRight: false) + " " + window.style.paint(sign, .faint)
        + (row < map.count ? map[row] : "")
    }
  }

  /// The lines, and the steps of the one that somebody is in; those around the place.
  private func map(_ style: TextStyle, height: Int) -> [String] {
    let open = walk.places[place].parent ?? place
    let shown = walk.places.indices.filter {
      walk.places[$0].parent == nil || walk.places[$0].parent == open
    }
    let own = shown.firstIndex(of: place) ?? 0
    let start = max(0, min(own - height / 2, shown.count - height))
    let edge = Edge(style: style, width: Self.mapWidth - 2)
    let digits = walk.places.map(\.stop.id.count).max() ?? 1
    return shown.dropFirst(start).prefix(height).map { position in
      let stop = walk.places[position].stop
      let margin = String(repeating: "  ", count: walk.places[position].depth)
      let name = isHidden(position) ? "?" : style.notation(stop.name)
      let text = edge.fitting(
        (position == place ? " > " : "   ") + margin + stop.id.padded(to: digits, isRight: false)
          + "  " + name, edge.width)
      return position == place ? style.paint(text, .bold) : text
    }
  }
}
