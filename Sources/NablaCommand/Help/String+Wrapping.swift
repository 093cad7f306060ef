// Lines of a terminal's width.

extension String {
  /// The text in lines of at most `width` characters, each behind `indent` spaces, broken at spaces;
  /// a word that is longer than a line stays whole.
  func wrapped(to width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.lines(of: max(width - indent, 1)) }
      .map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func lines(of width: Int) -> [String] {
    var lines: [String] = [""]
    for word in split(separator: " ") {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
