// The screen: a heading, the page as far as it fits, and the keys.

import Reporting

extension Stepper {
  /// What a terminal of this size shows.
  public func screen(in window: Window) -> Screen {
    let style = window.style
    let page = page(style)
    let height = bodyHeight(in: window)
    let scroll = min(self.scroll, max(0, page.count - height))
    let rest = page.count - scroll - height
    var body = Array(page.dropFirst(scroll).prefix(height))
    body += Array(repeating: "", count: height - body.count)
    let header = header(style).prefix(headerHeight(in: window))
    let footer = footer(style, above: scroll, below: max(0, rest))
    let shown = footerHeight(in: window)
    // A small window keeps what answers: the line in which something is said or typed.
    let kept = shown == 3 ? footer : shown == 0 ? [] : [footer[1]]
    let lines = (header + body + kept).map { $0.clipped(to: window.columns) }
    return Screen(lines: lines, cursor: cursor(window, lines.count - (shown == 3 ? 2 : 1)))
  }

  private func cursor(_ window: Window, _ row: Int) -> Screen.Cursor? {
    guard prompt != nil, footerHeight(in: window) > 0 else { return nil }
    return Screen.Cursor(
      row: row, column: min(window.columns - 1, typed(window.style).displayWidth))
  }

  // MARK: - Heights

  func headerHeight(in window: Window) -> Int { window.rows >= 10 ? 2 : window.rows >= 5 ? 1 : 0 }
  func footerHeight(in window: Window) -> Int { window.rows >= 8 ? 3 : window.rows >= 2 ? 1 : 0 }

  /// How many rows there are for the page.
  func bodyHeight(in window: Window) -> Int {
    window.rows - headerHeight(in: window) - footerHeight(in: window)
  }

  /// How far the page can be moved up.
  func mostScroll(in window: Window) -> Int {
    max(0, page(window.style).count - bodyHeight(in: window))
  }

  // MARK: - Above and below the page

  private func header(_ style: TextStyle) -> [String] {
    let title = style.notation(walk.title)
    let place = placeWords
    let room = style.width - place.displayWidth - 2
    let shown =
      title.displayWidth <= room
      ? title : title.clipped(to: max(0, room - 3)) + style.spell("…")
    return [
      style.paint(shown, .bold).padded(to: style.width - place.displayWidth, isRight: false)
        + style.paint(place, .faint),
      rule(style),
    ]
  }

  /// `line 8 of 17`, `line 6b, a step to line 6`.
  private var placeWords: String {
    if let parent = walk.places[place].parent {
      return "line \(stop.id), on the way to line \(walk.places[parent].stop.id)"
    }
    return "line \(stop.id) of \(walk.stops.count)"
  }

  private func rule(_ style: TextStyle, _ words: String = "") -> String {
    let words = words.isEmpty ? "" : " \(words) "
    let sign = style.charset == .ascii ? "-" : "─"
    let end = words.isEmpty ? 0 : 3
    let length = max(0, style.width - words.displayWidth - end)
    return style.paint(
      String(repeating: sign, count: length) + words + String(repeating: sign, count: end), .faint)
  }

  private func footer(_ style: TextStyle, above: Int, below: Int) -> [String] {
    let hidden = [
      above > 0 ? "\(above) above" : "", below > 0 ? "\(below) more below" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return [rule(style, hidden), status(style), menu(style)]
  }

  /// What is typed, what was answered, or what comes next.
  private func status(_ style: TextStyle) -> String {
    if prompt != nil { return typed(style) }
    if let message { return " " + style.paint(style.notation(message), .yellow) }
    let bar = progress(style)
    var words = " "
    if isHidden {
      words += "What is line \(stop.id)?  h hint  a answer"
    } else if let next = walk.place(after: place) {
      let stop = walk.places[next].stop
      words += "next  \(stop.id)" + (isHidden(next) ? "" : "  \(style.notation(stop.name))")
    } else {
      words += "the last line"
    }
    let room = style.width - bar.displayWidth - 2
    return words.clipped(to: room).padded(to: style.width - bar.displayWidth, isRight: false)
      + style.paint(bar, .faint)
  }

  /// `[########--------------]  8/17`
  private func progress(_ style: TextStyle) -> String {
    let length = style.width >= 80 ? 24 : 12
    let top = walk.stops.firstIndex { contains($0, stop.id) } ?? 0
    let share = walk.stops.count > 1 ? Double(top) / Double(walk.stops.count - 1) : 1
    let filled = Int((share * Double(length)).rounded())
    let (done, open) = style.charset == .ascii ? ("#", "-") : ("━", "─")
    let bar =
      String(repeating: done, count: filled) + String(repeating: open, count: length - filled)
    let digits = "\(walk.stops.count)".count
    return (style.charset == .ascii ? "[\(bar)]" : bar)
      + " \("\(top + 1)".padded(to: digits, isRight: true))/\(walk.stops.count) "
  }

  private func contains(_ stop: Stop, _ id: String) -> Bool {
    stop.id == id || stop.substeps.contains { contains($0, id) }
  }

  /// The prompt and its text, as much of the end as there is room for.
  private func typed(_ style: TextStyle) -> String {
    guard let prompt else { return "" }
    let start = " " + prompt.purpose.rawValue
    var text = String(String.UnicodeScalarView(prompt.text.unicodeScalars.map(\.shown)))
    while start.displayWidth + text.displayWidth > style.width - 2, !text.isEmpty {
      text.removeFirst()
    }
    return start + text
  }

  /// The keys that fit: where there is little room, the important ones.
  private func menu(_ style: TextStyle) -> String {
    let items = prompt == nil ? Self.menu.filter { isUseful($0.key) } : Self.promptMenu
    var shown: Set<String> = []
    var width = -1
    for item in items.sorted(by: { $0.rank < $1.rank }) {
      let next = item.key.count + item.word.count + 3
      if width + next > style.width { continue }
      shown.insert(item.key)
      width += next
    }
    return " "
      + items.filter { shown.contains($0.key) }
      .map { style.paint($0.key, .bold) + " " + $0.word }.joined(separator: "  ")
  }

  private typealias MenuItem = (key: String, word: String, rank: Int)

  /// From left to right; of a small rank is what is dropped last.
  private static let menu: [MenuItem] = [
    ("n", "next", 0), ("b", "back", 1), ("i", "into", 4), ("o", "out", 5), ("w", "why", 6),
    ("c", "conditions", 9), ("m", "mistake", 8), ("h", "hint", 7), ("v", "values", 10),
    ("r", "other numbers", 11), ("g", "goto", 12), ("/", "find", 13), ("P", "print", 14),
    ("?", "keys", 2), ("q", "quit", 3),
  ]
  private static let promptMenu: [MenuItem] = [
    ("Enter", "does it", 0), ("Esc", "leaves it", 1),
  ]

  /// Whether a key has something to do here.
  private func isUseful(_ key: String) -> Bool {
    switch key {
    case "i": !stop.substeps.isEmpty
    case "o": walk.places[place].parent != nil
    case "r": walk.numbers.count > 1
    default: true
    }
  }
}
