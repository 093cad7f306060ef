// Above and below the page: the title, what comes next, the keys.

import Reporting

extension Stepper {
  /// How the lines around the page are laid out: on a narrow terminal narrower than the page.
  struct Edge {
    let style: TextStyle
    let width: Int

    /// A text that fits, its end cut off where it must be.
    func fitting(_ text: String, _ room: Int) -> String {
      if text.displayWidth <= room { return text }
      let end = style.spell("…")
      return text.clipped(to: max(0, room - end.count)) + end
    }

    /// Two texts at the two ends of a line; the left one gives way.
    func line(_ left: String, _ right: String, _ leftPaint: TextStyle.Paint?) -> String {
      let room = width - right.displayWidth - 1
      if room < 8 { return fitting(left, width) }
      let shown = fitting(left, room)
      let gap = String(repeating: " ", count: width - right.displayWidth - shown.displayWidth)
      return (leftPaint.map { style.paint(shown, $0) } ?? shown) + gap + style.paint(right, .faint)
    }

    func rule(_ words: String = "") -> String {
      let words = words.isEmpty ? "" : " \(words) "
      let sign = style.charset == .ascii ? "-" : "─"
      let end = words.isEmpty ? 0 : 3
      let length = max(0, width - words.displayWidth - end)
      return style.paint(
        String(repeating: sign, count: length) + words + String(repeating: sign, count: end),
        .faint)
    }
  }

  func header(_ edge: Edge) -> [String] {
    [edge.line(edge.style.notation(walk.title), placeWords, .bold), edge.rule()]
  }

  /// `line 8 of 17`, `line 6b, on the way to line 6`.
  private var placeWords: String {
    if let parent = walk.places[place].parent {
      return "line \(stop.id), on the way to line \(walk.places[parent].stop.id)"
    }
    return "line \(stop.id) of \(walk.stops.count)"
  }

  func footer(_ edge: Edge, above: Int, below: Int) -> [String] {
    let hidden = [
      above > 0 ? "\(above) above" : "", below > 0 ? "\(below) more below" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return [edge.rule(hidden), status(edge), menu(edge)]
  }

  /// What is typed, what was answered, or what comes next.
  private func status(_ edge: Edge) -> String {
    if prompt != nil { return typed(edge) }
    if let message {
      return edge.style.paint(edge.fitting(" " + edge.style.notation(message), edge.width), .yellow)
    }
    let words: String
    if isHidden {
      words = "what is line \(stop.id)?   h a hint   a the answer"
    } else if let next = walk.place(after: place) {
      let stop = walk.places[next].stop
      words = "next  \(stop.id)" + (isHidden(next) ? "  ?" : "  \(edge.style.notation(stop.name))")
    } else {
      words = "the last line"
    }
    return edge.line(" " + words, progress(edge), nil)
  }

  /// `[########--------------]  8/17`
  private func progress(_ edge: Edge) -> String {
    let length = edge.width >= 80 ? 24 : 12
    let top = walk.stops.firstIndex { Self.contains($0, stop.id) } ?? 0
    let share = walk.stops.count > 1 ? Double(top) / Double(walk.stops.count - 1) : 1
    let filled = Int((share * Double(length)).rounded())
    let (done, open) = edge.style.charset == .ascii ? ("#", "-") : ("━", "─")
    let bar =
      String(repeating: done, count: filled) + String(repeating: open, count: length - filled)
    let digits = "\(walk.stops.count)".count
    return (edge.style.charset == .ascii ? "[\(bar)]" : bar)
      + " \("\(top + 1)".padded(to: digits, isRight: true))/\(walk.stops.count) "
  }

  static func contains(_ stop: Stop, _ id: String) -> Bool {
    stop.id == id || stop.substeps.contains { contains($0, id) }
  }

  /// The prompt and its text, as much of the end as there is room for.
  func typed(_ edge: Edge) -> String {
    guard let prompt else { return "" }
    let start = " " + prompt.purpose.rawValue
    var text = String(String.UnicodeScalarView(prompt.text.unicodeScalars.map(\.shown)))
    while start.displayWidth + text.displayWidth > edge.width - 2, !text.isEmpty {
      text.removeFirst()
    }
    return start + text
  }

  // MARK: - Keys

  /// The keys that fit: where there is little room, the important ones.
  private func menu(_ edge: Edge) -> String {
    let items = prompt == nil ? Self.menu.filter { isUseful($0.key) } : Self.promptMenu
    var shown: Set<String> = []
    var width = -1
    for item in items.sorted(by: { $0.rank < $1.rank }) {
      let next = item.key.count + item.word.count + 3
      if width + next > edge.width { continue }
      shown.insert(item.key)
      width += next
    }
    return " "
      + items.filter { shown.contains($0.key) }
      .map { edge.style.paint($0.key, .bold) + " " + $0.word }.joined(separator: "  ")
  }

  private typealias MenuItem = (key: String, word: String, rank: Int)

  /// From left to right; of a small rank is what is dropped last.
  private static let menu: [MenuItem] = [
    ("n", "next", 0), ("b", "back", 1), ("i", "into", 4), ("o", "out", 5), ("w", "why", 6),
    ("c", "conditions", 9), ("m", "mistake", 8), ("h", "hint", 7), ("a", "answer", 5),
    ("v", "values", 10), ("r", "other numbers", 11), ("g", "goto", 12), ("/", "find", 13),
    ("P", "print", 14), ("?", "keys", 2), ("q", "quit", 3),
  ]
  private static let promptMenu: [MenuItem] = [
    ("Enter", "does it", 0), ("Esc", "leaves it", 1),
  ]

  /// Whether a key has something to do here.
  private func isUseful(_ key: String) -> Bool {
    switch key {
    case "i": !stop.substeps.isEmpty
    case "o": walk.places[place].parent != nil
    case "a": isHidden
    case "w", "c", "m": !isHidden
    case "v", "r": !isHidden && !walk.numbers.isEmpty && (key == "v" || walk.numbers.count > 1)
    default: true
    }
  }
}
