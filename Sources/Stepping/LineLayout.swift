// How what is said about a line stands on the screen: numbers in a margin, labels in a column.

import Deriving
import Notation
import Reporting

/// What lays lines out in the same columns: those of a derivation and those of a network.
protocol LineLayout {
  /// How many places the numbers of lines have.
  var digits: Int { get }
}

extension LineLayout {
  /// The number of a line, with a mark where somebody stands at it.
  func margin(_ id: String, isCurrent: Bool) -> String {
    (isCurrent ? " > " : "   ") + id.padded(to: digits, isRight: false) + "  "
  }

  /// An equation behind its number, broken where equations are, with marks below the parts pointed at.
  ///
  /// - Parameter legend: what the marks say, where there is room for it.
  func equationRows(
    _ line: MarkedLine, id: String, _ style: TextStyle, sign: Character = " ",
    legend: String = "", paint: TextStyle.Paint = .faint, isCurrent: Bool = false
  ) -> [String] {
    let start = margin(id, isCurrent: isCurrent)
    let rest = String(repeating: " ", count: start.count)
    let rows = line.rows(width: style.width - start.count - 1, sign: sign)
    let last = rows.lastIndex { !$0.marks.isEmpty }
    return rows.enumerated().flatMap { position, row -> [String] in
      let text = (position == 0 ? start : rest) + row.text
      let shown = isCurrent ? style.paint(text, .bold) : text
      if row.marks.isEmpty { return [shown] }
      var marks = rest + style.paint(row.marks, paint)
      let words = "   \(legend)"
      if position == last, rest.count + row.marks.count + words.count <= style.width {
        marks += style.paint(words, .faint)
      }
      return [shown, marks]
    }
  }

  /// A label and an equation beside it, broken where equations are.
  func labelled(
    _ label: String, _ equation: Equation, understoodExample: Index? = nil, _ style: TextStyle
  ) -> [String] {
    let line = MarkedLine(
      equation, understoodExample: understoodExample, charset: style.charset)
    let start = "  " + style.paint(label, .faint) + String(repeating: " ", count: 11 - label.count)
    return line.rows(width: style.width - 14, sign: " ").enumerated().map { position, row in
      (position == 0 ? start : String(repeating: " ", count: 13)) + row.text
    }
  }

  /// A label and its text beside it.
  func labelled(_ label: String, _ text: String, _ style: TextStyle) -> [String] {
    style.readable.labelled(label, [style.notation(text)], column: 13)
  }
}

extension TextStyle {
  /// Not wider than lines of words are good to read.
  var readable: TextStyle {
    TextStyle(width: min(width, 100), isColored: isColored, charset: charset)
  }
}

extension String {
  /// A formula that stays on one line, unless it is long.
  var gluedIfShort: String { count > 30 ? self : replacing(" ", with: "\u{A0}") }
}
