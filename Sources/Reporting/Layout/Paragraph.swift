// Text broken into lines; a no-break space (U+00A0) keeps words together.

extension TextStyle {
  /// Pieces that belong together, broken into lines that fit.
  ///
  /// Pieces on one line are two spaces apart, and a line is broken between pieces if it can be, within
  /// one where it must. The first line starts with `first`, the others with `rest`.
  package func lines(_ pieces: [String], first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    let margin = max(first.displayWidth, rest.displayWidth)
    func breakLine() {
      lines.append(line)
      (line, isEmpty) = (rest, true)
    }
    for piece in pieces.map(spell) {
      let gap = isEmpty ? "" : "  "
      if line.displayWidth + gap.count + piece.displayWidth <= width {
        line += gap + piece
        isEmpty = false
        continue
      }
      if !isEmpty, rest.displayWidth + piece.displayWidth <= width || pieces.count > 1 {
        breakLine()
      }
      for word in words(piece, fitting: width - margin) {
        let gap = isEmpty ? "" : " "
        if !isEmpty, line.displayWidth + gap.count + word.displayWidth > width { breakLine() }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
    }
    return (lines + (isEmpty && !lines.isEmpty ? [] : [line])).map(\.unglued)
  }

  /// A running text, broken between words.
  package func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
    lines([text], first: first, rest: rest)
  }

  /// A label and its text beside it.
  package func labelled(_ label: String, _ pieces: [String], column: Int = 15) -> [String] {
    let start = "  " + label.padded(to: column - 2, isRight: false)
    let painted = "  " + paint(label, .faint) + start.dropFirst(2 + label.count)
    return lines(
      pieces, first: painted, rest: String(repeating: " ", count: column))
  }

  package func labelled(_ label: String, _ text: String) -> [String] { labelled(label, [text]) }

  /// The words of a text, those that are too long for a line cut.
  private func words(_ text: String, fitting limit: Int) -> [Substring] {
    text.split(separator: " ", omittingEmptySubsequences: false).flatMap { word -> [Substring] in
      guard word.displayWidth > limit else { return [word] }
      var parts: [Substring] = []
      var rest = word
      while rest.displayWidth > limit {
        var part = rest.prefix(limit)
        while part.displayWidth > limit { part = part.dropLast() }
        parts.append(part)
        rest = rest.dropFirst(part.count)
      }
      return parts + [rest]
    }
  }
}

extension String {
  /// The text with its no-break spaces as spaces, once lines are broken.
  package var unglued: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }
}
