// The lines of a failure: a headline, and below it labels with their texts.

import Nabla

/// A text for one issue.
struct FailureText: Sendable {
  private(set) var lines: [String]

  init(_ headline: String) { lines = [headline] }

  /// A label and what is to say to it; more lines stand below each other.
  mutating func add(_ label: String, _ texts: [String]) {
    for (n, text) in texts.enumerated() {
      lines.append("  " + (n == 0 ? label : "").padded(to: 15, isRight: false) + text)
    }
  }

  mutating func add(_ label: String, _ text: String) { add(label, [text]) }

  /// A label and a running text, broken into lines that fit.
  mutating func add(_ label: String, paragraph: String) {
    add(label, TextStyle(width: 80).lines(paragraph))
  }

  /// A line on its own.
  mutating func add(line: String) { lines.append(line) }

  var text: String { lines.joined(separator: "\n") }
}
