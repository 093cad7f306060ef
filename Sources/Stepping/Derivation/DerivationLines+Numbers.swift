// A line in numbers: its two sides on one of the derivation's networks, and what differences measure.

import Deriving
import Notation
import Reporting

extension DerivationLines {
  func numbers(_ step: Step, _ set: Int, _ style: TextStyle) -> [String] {
    let instances = checked.derivation.instances
    guard instances.indices.contains(set) else { return [] }
    let instance = instances[set]
    let numbers = self.numbers(of: step, on: instance, named: "\(set)", limit: Self.limit)
    guard let first = numbers.first else { return [] }
    let count = instances.count > 1 ? "   (\(set + 1) of \(instances.count))" : ""
    var rows = labelled("numbers", "\(checked.instanceNoun) \(instance.nameOnPaper)\(count)", style)
    if !scope(of: step)[set] {
      rows += labelled("", "What the line needs does not hold here, so it need not hold.", style)
    }
    if case .matrix = step.equation.right { return rows + grid(first, step, style) }
    let more = instance.placeCount(of: step.equation) - numbers.count
    rows += table(step, numbers, set).lines(style, indent: Self.indent)
    if more > 0 {
      rows += labelled("", "and \(counted(more, "more place"))", style)
    }
    return rows
  }

  /// Rows of a table, rows and columns of a grid.
  static let limit = 6
  static let indent = 13

  /// A row for each place: the line before (or the left side), the line, the measurement.
  private func table(_ step: Step, _ numbers: [LineNumbers], _ set: Int) -> TextTable {
    var columns = numbers[0].indices.map { TextTable.Column.right($0.index.name) }
    var cells = numbers.map { $0.indices.map { "\($0.position)" } }
    func add(_ heading: String, _ values: [Double?]) {
      columns.append(.point(heading))
      for row in cells.indices {
        cells[row].append(values[row].map { NumberText.text($0) } ?? "no slope")
      }
    }
    if let previous = step.previous.flatMap(checked.derivation.line),
      previous.equation.left == step.equation.left
    {
      let before = self.numbers(
        of: previous, on: checked.derivation.instances[set], named: "\(set)", limit: Self.limit)
      add(
        "line \(previous.id)",
        cells.indices.map { row in
          before.indices.contains(row) ? before[row].right.first?.first : nil
        })
    } else {
      let left = text(step.equation.left, .unicode)
      add(left.count <= 16 ? left : "left side", numbers.map { $0.left.first?.first })
    }
    add("line \(step.id)", numbers.map { $0.right.first?.first })
    if numbers[0].measured != nil {
      add("measured", numbers.map { $0.measured?.first?.first ?? nil })
    }
    return TextTable(columns, cells)
  }

  /// A vector or a matrix: the right side's entries, and whether the others are the same.
  private func grid(_ numbers: LineNumbers, _ step: Step, _ style: TextStyle) -> [String] {
    let rows = numbers.right.prefix(Self.limit).map { row in
      row.prefix(Self.limit).map { NumberText.text($0) }
    }
    guard let width = rows.first?.count, width > 0 else { return [] }
    let place = numbers.indices.map { "\($0.index.name) = \($0.position)" }
      .joined(separator: ", ")
    let table = TextTable(
      Array(repeating: .point(""), count: width), rows.map { Array($0) })
    let isCut =
      numbers.right.count > rows.count || (numbers.right.first?.count ?? 0) > width
    let count = numbers.right.reduce(0) { $0 + $1.count }
    var words = ["\(counted(count, "entry", "entries"))" + (place.isEmpty ? "" : " at \(place)")]
    if isCut { words.append("the first of them shown") }
    words.append(agreement(numbers))
    return table.lines(style, indent: Self.indent).dropFirst()
      + labelled("", words.joined(separator: "; "), style)
  }

  private func agreement(_ numbers: LineNumbers) -> String {
    func shown(_ rows: [[Double?]]) -> [String] {
      rows.joined().map { $0.map { NumberText.text($0) } ?? "" }
    }
    let right = shown(numbers.right)
    let isSame = shown(numbers.left) == right
    guard let measured = numbers.measured else {
      return isSame ? "the left side has the same" : "the left side has others"
    }
    if isSame, shown(measured) == right {
      return "the left side and the measurement have the same"
    }
    return "to the digits shown, the left side or the measurement has others"
  }
}
