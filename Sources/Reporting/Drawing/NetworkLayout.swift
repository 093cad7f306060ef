// Where the parts of a network's picture lie: columns, nodes and the room between them.

import NetworkModel

/// How much is written into the picture.
enum NetworkDetail: CaseIterable {
  /// `w_12^(2) = 0.3` on the lines, b above the nodes, z below them.
  case symbols
  /// `0.3` on the lines.
  case numbers
  /// Nothing on the lines.
  case nodes
  /// Letters and values inside of the circles only.
  case circles
}

/// A picture of a network before it is drawn.
struct NetworkLayout {
  struct Column {
    let layer: Int
    var x = 0.0
    /// The nodes with their heights, and the heights of the dots that stand for others.
    var nodes: [(i: Int, y: Double)] = []
    var dots: [Double] = []
    /// Half of the room that its nodes take with what stands above and below them.
    var half = 0.0
    var header: [[SVGPiece]] = []
  }

  let picture: NetworkPicture
  let detail: NetworkDetail
  private(set) var radius = 24.0
  private(set) var columns: [Column] = []
  /// Where on its lines the weights of a gap are written (0 left, 1 right), and how.
  private(set) var gaps: [WeightPlace?] = []
  private(set) var width = 0.0
  private(set) var top = 0.0
  private(set) var bottom = 0.0

  static let margin = 64.0
  static let headerTop = 64.0
  static let headerLine = 20.0

  init(_ picture: NetworkPicture) {
    // A window; on a page of print the letters are still as large as those of footnotes.
    let limit = 1400.0
    var best = NetworkLayout(picture, .symbols)
    for detail in NetworkDetail.allCases where best.width > limit {
      best = NetworkLayout(picture, detail)
    }
    self = best
  }

  init(_ picture: NetworkPicture, _ detail: NetworkDetail) {
    self.picture = picture
    self.detail = detail
    columns = picture.shownLayers.map { Column(layer: $0) }
    radius = radiusNeeded
    placeRows()
    placeColumns()
  }

  var hasRows: Bool { detail != .circles }

  /// From one node of a column to the next.
  var pitch: Double {
    if !hasRows { return 2 * radius + 16 }
    return 2 * radius + 44 + (picture.values == nil ? 6 : 24)
      + (picture.values?.error == nil ? 0 : 20) + 8
  }

  /// Both lines inside of every circle have room.
  private var radiusNeeded: Double {
    var needed = 24.0
    for l in picture.shownLayers {
      for i in picture.shownNodes(l) {
        for label in picture.inside(l, i, x: 0, y: 0) {
          let height = max(-label.box.top, label.box.bottom) - 3
          let half = label.width / 2
          needed = max(needed, (half * half + height * height).squareRoot() + 1)
        }
      }
    }
    return needed.rounded(.up)
  }

  private mutating func placeRows() {
    for n in columns.indices {
      let l = columns[n].layer
      columns[n].header = picture.header(l)
      columns[n].half = radius
      var y = 0.0
      var previous = 0
      for i in picture.shownNodes(l) {
        if i != previous + 1 {
          columns[n].dots.append(y - pitch / 2 + 16)
          y += 32
        }
        columns[n].nodes.append((i, y))
        if hasRows {
          for label in picture.around(l, i, x: 0, y: 0, radius: radius) {
            columns[n].half = max(columns[n].half, label.width / 2)
          }
        }
        previous = i
        y += pitch
      }
    }
    centreRows()
  }

  private mutating func centreRows() {
    let heights = columns.map { $0.nodes[$0.nodes.count - 1].y }
    let tallest = heights.max() ?? 0
    let lines = columns.map(\.header.count).max() ?? 0
    top = Self.headerTop + Double(lines) * Self.headerLine + radius + (hasRows ? 50 : 14)
    for n in columns.indices {
      let shift = (top + (tallest - heights[n]) / 2).rounded()
      for m in columns[n].nodes.indices { columns[n].nodes[m].y += shift }
      for m in columns[n].dots.indices { columns[n].dots[m] += shift }
    }
    bottom = top + tallest + radius + (hasRows ? pitch - 2 * radius - 44 : 8)
  }

  private mutating func placeColumns() {
    let headers = columns.map { $0.header.map { TextMeasure.width($0) }.max() ?? 0 }
    var x = max(Self.margin + radius, headers[0] / 2 + 12)
    columns[0].x = x.rounded()
    for (n, right) in columns.enumerated().dropFirst() {
      let left = columns[n - 1]
      var distance = max(
        2 * radius + 56, left.half + right.half + 40,
        (headers[n - 1] + headers[n]) / 2 + TextMeasure.width(picture.matrix(right.layer)) + 24)
      let place = weightPlace(left, right)
      if let place { distance = max(distance, place.distance) }
      gaps.append(place)
      x += distance
      columns[n].x = x.rounded()
    }
    let last = columns.count - 1
    width = max(
      columns[last].x + max(Self.margin + radius, headers[last] / 2 + 12), 380)
    let used = columns[last].x + max(Self.margin + radius, headers[last] / 2 + 12)
    let shift = ((width - used) / 2).rounded()
    for n in columns.indices { columns[n].x += shift }
    width.round(.up)
  }
}
