// What is said about a line: the line, what is open below it, its numbers.

import Reporting

extension Stepper {
  /// The line and all that is open, however long that is.
  func page(_ style: TextStyle) -> [String] {
    if panel == .help { return Self.help(style) }
    let line = stop.lines(isHidden ? .question : .line, style: style)
    if let panel { return line + [""] + lines(of: panel, style) }
    if isHidden || !showsNumbers { return line }
    let numbers = stop.lines(.numbers(self.numbers), style: style)
    return numbers.isEmpty ? line : line + [""] + numbers
  }

  private func lines(of panel: Panel, _ style: TextStyle) -> [String] {
    switch panel {
    case .aspect(let aspect): return stop.lines(aspect, style: style)
    case .help: return Self.help(style)
    case .hint(let stage):
      guard let target = hintedPlace else { return [] }
      let hinted = walk.places[target].stop
      let words = stage < 3 ? hinted.lines(.hint(stage), style: style) : []
      let title = style.paint("Hint \(stage) of 3, for line \(hinted.id)", .bold)
      if stage == 3 {
        return ["  " + style.paint("The next line", .bold), ""]
          + hinted.lines(.line, style: style)
      }
      return ["  " + title]
        + (words.isEmpty ? style.lines("No hint is known.", first: "  ") : words)
    }
  }

  /// What a terminal without a screen shows after a command.
  public func answer(_ style: TextStyle) -> String {
    var lines: [String] = []
    switch news {
    case .line: lines = page(style)
    case .panel:
      if let panel {
        lines = self.lines(of: panel, style)
      } else {
        lines = stop.lines(.numbers(numbers), style: style)
      }
    case .message: break
    }
    if let message { lines += style.lines(message) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The title and what is agreed on, for the beginning of a walk without a screen.
  public func greeting(_ style: TextStyle) -> String {
    let lines =
      style.lines(style.notation(walk.title)).map { style.paint($0, .bold) }
      + walk.conventions.flatMap { style.lines(style.notation($0), first: "  ", rest: "  ") } + [""]
    return lines.map { $0 + "\n" }.joined()
  }

  /// `line 8> `, for where a command is typed.
  public var invitation: String { "line \(stop.id)\(isHidden ? " (hidden)" : "")> " }

  // MARK: - Help

  /// The table of commands: keys, word, what it does.
  static func help(_ style: TextStyle) -> [String] {
    let rows = words.map { word in
      (
        word.keys.map { $0 == " " ? "space" : String($0) }.joined(separator: " "),
        [word.word, word.argument].compactMap { $0 }.joined(separator: " "), word.help
      )
    }
    let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    let table = rows.flatMap { keys, word, help in
      style.lines(
        help,
        first: "  " + keys.padded(to: widths.0, isRight: false) + "   "
          + word.padded(to: widths.1, isRight: false) + "   ",
        rest: String(repeating: " ", count: widths.0 + widths.1 + 8))
    }
    return ["  " + style.paint("Keys and words", .bold), ""] + table + [""]
      + style.lines(
        "Enter does the last command again. The arrows go back and on, and move a long page. "
          + "3n goes three lines on. A word may be shortened as long as it is clear which one is "
          + "meant; on a screen it is typed behind a colon.",
        first: "  ", rest: "  ")
  }
}
