// A line of a derivation in rows, with marks below some of its parts: what changes, what is new.

package import Deriving
package import Notation

/// An equation as text that can point at parts of its right side.
package struct MarkedLine: Sendable {
  private var formula: WrittenFormula
  /// How far later rows are set in, where there is room: below the right side.
  private let indent: Int

  /// A row of the equation, and the signs that stand below it.
  package struct Row: Sendable {
    package let text: String
    /// As wide as the marked part reaches; empty where nothing is marked.
    package let marks: String
  }

  /// - Parameter parts: the expressions that are marked wherever they stand on the right.
  package init(
    _ equation: Equation, understoodExample: Index?, marking parts: Set<Expression> = [],
    charset: TextStyle.Charset
  ) {
    let writer = NotationWriter(understoodExample: understoodExample)
    formula = writer.written(equation, marking: parts).spelled(charset)
    let left = writer.written(equation.left).spelled(charset).width
    indent = left + equation.relation.sign.count + 2
  }

  package var isMarked: Bool { formula.pieces.contains(where: \.isMarked) }

  package var width: Int { formula.width }

  /// Marks what is not as in another line, from the first piece that differs to the last one.
  package mutating func markDifference(from other: MarkedLine) {
    let own = formula.pieces.map(\.text)
    let others = other.formula.pieces.map(\.text)
    let start = zip(own, others).prefix { $0 == $1 }.count
    let limit = min(own.count, others.count) - start
    let end = zip(own.reversed(), others.reversed()).prefix(limit).prefix { $0 == $1 }.count
    for position in own.indices.dropFirst(start).dropLast(end) {
      formula.pieces[position].isMarked = true
    }
  }

  /// The equation in rows of at most `width` columns.
  package func rows(width: Int, sign: Character) -> [Row] {
    let hanging = indent < width / 3 ? indent : 4
    return formula.lines(width: width, hanging: hanging).enumerated().map { position, line in
      let margin = String(repeating: " ", count: position == 0 ? 0 : hanging)
      let marks = line.marks(sign)
      return Row(text: margin + line.text, marks: marks.isEmpty ? "" : margin + marks)
    }
  }
}

extension WrittenFormula {
  /// The sign below every column of a marked piece, and between two of them.
  fileprivate func marks(_ sign: Character) -> String {
    var marks = ""
    var isAfterMark = false
    for (position, piece) in pieces.enumerated() {
      let gap = position == 0 ? 0 : piece.gap.displayWidth
      marks += String(repeating: isAfterMark && piece.isMarked ? sign : " ", count: gap)
      marks += String(repeating: piece.isMarked ? sign : " ", count: piece.text.displayWidth)
      isAfterMark = piece.isMarked
    }
    return String(marks.reversed().drop { $0 == " " }.reversed())
  }
}
