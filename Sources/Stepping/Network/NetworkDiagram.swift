// A small picture of a network in characters: its layers side by side, what a line uses marked.

import NetworkModel
import Notation
import Reporting
import WorkedExamples

/// The nodes of a network in columns, those that a line is about filled.
struct NetworkDiagram {
  private let example: WorkedExample
  /// Nodes as (layer, node), and weights as (layer, i, j).
  private var nodes: Set<[Int]> = []
  private var weights: [[Int]] = []
  private var isCost = false

  /// - Parameter term: a part of the line's formula that it is about instead.
  init(_ example: WorkedExample, _ line: WorkedLine, term: Expression? = nil) {
    self.example = example
    let letters = term?.letters ?? [line.left] + line.formula.letters
    for letter in letters { add(letter) }
  }

  /// Marks what a letter stands for.
  private mutating func add(_ letter: Letter) {
    let own = (letter.variableOfSlope ?? letter).original
    let at = own.nodes.compactMap(\.position)
    let last = example.network.lastLayer
    switch own.name {
    case "x": nodes.insert([1, at[0]])
    case "h", "y": nodes.insert([last, at[0]])
    case "w":
      let l = own.layer?.offset ?? last
      nodes.formUnion([[l, at[0]], [l - 1, at[1]]])
      if !weights.contains([l, at[0], at[1]]) { weights.append([l, at[0], at[1]]) }
    case "J": isCost = true
    default:
      if let node = at.first { nodes.insert([own.layer?.offset ?? last, node]) }
    }
    if letter.name == "∂J/∂h" { isCost = true }
  }

  /// The rows: a column for each layer, the weights that are used below.
  func rows(_ style: TextStyle) -> [String] {
    let columns = shownLayers.map { column($0) }
    let height = columns.reduce(1) { max($0, $1.count) }
    let isASCII = style.charset == .ascii
    let marks = isASCII ? ("(*) ", "( ) ") : ("● ", "○ ")
    var lines = (0..<height).map { row -> String in
      let cells = columns.map { column -> String in
        guard column.indices.contains(row) else { return "" }
        guard let node = column[row].node else { return style.notation(column[row].name) }
        let name = style.notation(column[row].name)
        return (nodes.contains(node) ? marks.0 : marks.1) + name
      }
      let width = columns.count > 6 ? 10 : 13
      let text = cells.map { $0.padded(to: width, isRight: false) }.joined()
      if row == 0 { return text + (isCost ? marks.0 : marks.1) + "J" }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    lines = lines.map { String($0.prefix(style.width - 14)) }
    let start = "  " + style.paint("where", .faint) + String(repeating: " ", count: 6)
    var result = lines.enumerated().map { position, line in
      (position == 0 ? start : String(repeating: " ", count: 13)) + line
    }
    result += path(style)
    return result
  }

  /// The layers that have room.
  private var shownLayers: [Int] {
    let last = example.network.lastLayer
    return last <= 7 ? Array(1...last) : [1, 2, 3, last - 2, last - 1, last]
  }

  private func column(_ l: Int) -> [(name: String, node: [Int]?)] {
    let size = example.network.size(l)
    let all = Array(1...size)
    let abridgement = example.abridgement ?? Abridgement()
    let range: Index.Range = .nodes(.number(l))
    // What the line is about is shown even where other nodes are left out.
    let marked = nodes.filter { $0[0] == l }.map { $0[1] }
    var shown = abridgement.shown(all, of: range)
    if shown.contains(where: { $0 == nil }) {
      let missing = marked.filter { !shown.contains($0) }.sorted().prefix(3)
      shown.insert(contentsOf: missing.map { $0 }, at: shown.count - 1)
    }
    let name = l == 1 ? "x" : l == example.network.lastLayer ? "h" : "a"
    let upper = l == 1 || l == example.network.lastLayer ? "" : "^(\(l))"
    return shown.map { node in
      node.map { ("\(name)_\($0)\(upper)", [l, $0]) } ?? ("…", nil)
    }
  }

  /// `along w_11^(3), w_21^(3)`.
  private func path(_ style: TextStyle) -> [String] {
    if weights.isEmpty { return [] }
    let names = weights.prefix(6).map { weight in
      Coordinate.weight(layer: weight[0], i: weight[1], j: weight[2]).symbol
    }
    let more = weights.count > 6 ? " and \(weights.count - 6) more" : ""
    return style.readable.labelled(
      "along", [style.notation(names.joined(separator: ", ") + more)], column: 13)
  }
}
