// Every label of a network's picture, at its place.

import NetworkModel

extension NetworkLayout {
  /// Labels that stand by themselves: those of nodes are drawn with their nodes.
  var labels: [PlacedLabel] { [title] + headerLabels + ends.map(\.label) + weights + captions }

  /// Every label of a node.
  func labels(of i: Int, at y: Double, in column: Column) -> [PlacedLabel] {
    let inside = picture.inside(column.layer, i, x: column.x, y: y)
    if !hasRows { return inside }
    return inside + picture.around(column.layer, i, x: column.x, y: y, radius: radius)
  }

  private var title: PlacedLabel {
    let words = picture.title.fitted(to: (width - 40) / 1.1, size: 17)
    return PlacedLabel([.normal(words)], x: width / 2, y: 32, style: "title", scale: 1.44)
  }

  private var headerLabels: [PlacedLabel] {
    var labels: [PlacedLabel] = []
    for (n, column) in columns.enumerated() {
      for (line, pieces) in column.header.enumerated() {
        let y = Self.headerTop + Double(line) * Self.headerLine
        labels.append(
          PlacedLabel(
            pieces, x: column.x, y: y, style: line == 0 ? "strong" : "",
            scale: line == 0 ? 1.1 : 1))
      }
      if n > 0, columns[n - 1].layer + 1 == column.layer {
        let (left, right) = (columns[n - 1], column)
        // In the middle of the room that the headers leave.
        let start = left.x + half(left.header[0])
        let end = right.x - half(right.header[0])
        labels.append(
          PlacedLabel(picture.matrix(column.layer), x: (start + end) / 2, y: Self.headerTop))
      }
    }
    return labels
  }

  private func half(_ pieces: [SVGPiece]) -> Double { TextMeasure.width(pieces) / 2 }

  /// x_n before the first layer, h_k behind the last, each with an arrow between two places.
  var ends: [(label: PlacedLabel, from: Double, to: Double)] {
    let (first, last) = (columns[0], columns[columns.count - 1])
    let inputs = first.nodes.map { i, y in
      (
        label: PlacedLabel(
          [.letter("x"), .scripts(lower: "\(i)", upper: "")], x: first.x - radius - 30, y: y + 5,
          .end), from: first.x - radius - 26, to: first.x - radius - 2
      )
    }
    let outputs = last.nodes.map { k, y in
      (
        label: PlacedLabel(
          [.letter("h"), .scripts(lower: "\(k)", upper: "")], x: last.x + radius + 30, y: y + 5,
          .start), from: last.x + radius + 2, to: last.x + radius + 26
      )
    }
    return inputs + outputs
  }

  private var weights: [PlacedLabel] {
    var labels: [PlacedLabel] = []
    for (n, place) in gaps.enumerated() {
      guard let place else { continue }
      let (left, right) = (columns[n], columns[n + 1])
      let t = place.fraction
      for target in right.nodes {
        for source in left.nodes {
          let pieces = picture.weight(
            right.layer, target.i, source.i, hasSymbol: place.hasSymbols)
          labels.append(
            PlacedLabel(
              pieces, x: (1 - t) * left.x + t * right.x,
              y: (1 - t) * source.y + t * target.y + 4, style: "weight plated"))
        }
      }
    }
    return labels
  }

  // MARK: - Below

  /// What would not have room.
  private var missing: String? {
    if !hasRows { return "the weights' numbers, the biases and the weighted inputs" }
    let shown = zip(columns, zip(columns.dropFirst(), gaps))
      .filter { $0.layer + 1 == $1.0.layer }.map { $1.1 != nil }
    if shown.allSatisfy({ $0 }) { return nil }
    return shown.contains(true) ? "the numbers of some weights" : "the weights' numbers"
  }

  private var captionLines: [String] {
    picture.captions(missing: missing).flatMap { $0.lines(within: width - 48) }
  }

  var legendHeight: Double { bottom + 34 }

  /// The kinds of lines, with what they mean and where their words begin.
  var legend: [(style: String, words: [SVGPiece], x: Double)] {
    let w = SVGPiece.letter("w")
    var items: [(String, [SVGPiece])] = [
      ("edge", [w, .normal(" ≥ 0")]), ("edge negative", [w, .normal(" < 0")]),
      ("edge thick", [.normal("large |"), w, .normal("|")]),
    ]
    if !picture.highlight.isEmpty { items.append(("edge active", [.normal("path")])) }
    let widths = items.map { TextMeasure.width($0.1) + 56 }
    var x = (width - widths.reduce(0, +)) / 2 + 8
    return zip(items, widths).map { item, itemWidth in
      defer { x += itemWidth }
      return (item.0, item.1, x + 36)
    }
  }

  private var captions: [PlacedLabel] {
    let words = legend.map {
      PlacedLabel($0.words, x: $0.x, y: legendHeight, .start)
    }
    return words
      + captionLines.enumerated().map { n, line in
        PlacedLabel([.normal(line)], x: width / 2, y: legendHeight + 26 + Double(n) * 19)
      }
  }

  var height: Double { legendHeight + 18 + Double(captionLines.count) * 19 }
}

extension NetworkPicture {
  /// The network's name as it is written; made visible, cut, never markup.
  var title: String {
    let title = network.title(.plain)
    return title == "the network" ? network.sizesText + " network" : title
  }
}
