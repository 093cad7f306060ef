// The picture of a network as SVG, for a page or by itself.

import NetworkModel

extension NetworkPicture {
  /// A document by itself: it brings its style and its page.
  public func svg() -> String { drawn(isAlone: true, hasStyle: true) }

  /// An element for an HTML page, which shows through behind it.
  ///
  /// - Parameter hasStyle: whether the style sheet stands in it; a page with many pictures has
  ///   `PictureStyle.sheet` once. `--page` must be the colour of the page there.
  public func inlineSVG(hasStyle: Bool = true) -> String {
    drawn(isAlone: false, hasStyle: hasStyle)
  }

  private func drawn(isAlone: Bool, hasStyle: Bool) -> String {
    let layout = NetworkLayout(self)
    var picture = PictureStyle.picture(
      prefix: prefix, width: layout.width, height: layout.height,
      style: highlight.isEmpty ? "" : "has-path", title: title, description: description,
      isAlone: isAlone, hasStyle: hasStyle)
    drawEdges(layout, &picture)
    for (label, from, to) in layout.ends { picture.arrow(from, label.y - 5, to, label.y - 5) }
    for column in layout.columns { drawNodes(column, layout, &picture) }
    drawLegend(layout, &picture)
    for label in layout.labels { label.draw(&picture) }
    return picture.text
  }

  private func drawEdges(_ layout: NetworkLayout, _ picture: inout SVGPicture) {
    let columns = layout.columns
    let pairs = zip(columns, columns.dropFirst())
    let largest = pairs.map { largestWeight($0, $1) }.max() ?? 0
    for (left, right) in pairs {
      let l = right.layer
      guard left.layer + 1 == l else {
        drawGap(left, right, layout, &picture)
        continue
      }
      for target in right.nodes {
        for source in left.nodes {
          let w = network.parameters.weights[l][target.i, source.i]
          let name = Edge(layer: l, i: target.i, j: source.i)
          var style = w < 0 ? "edge negative" : "edge"
          if highlight.edges.contains(name) { style += " active" }
          let ratio = largest > 0 ? min(1, w.magnitude / largest) : 0
          let place = layout.line(from: (left.x, source.y), to: (right.x, target.y))
          let reference = "\(l)-\(target.i)-\(source.i)"
          picture.line(
            place.x1, place.y1, place.x2, place.y2, style,
            attributes: #" id="\#(prefix)-edge-\#(reference)""#
              + #" data-edge="\#(l),\#(target.i),\#(source.i)""#
              + #" stroke-width="\#(short(0.8 + 2.2 * ratio))""#)
        }
      }
    }
  }

  private func largestWeight(
    _ left: NetworkLayout.Column, _ right: NetworkLayout.Column
  ) -> Double {
    if left.layer + 1 != right.layer { return 0 }
    let W = network.parameters.weights[right.layer]
    return right.nodes.flatMap { target in
      left.nodes.map { W[target.i, $0.i].magnitude }
    }.max() ?? 0
  }

  /// Dots for layers that are left out.
  private func drawGap(
    _ left: NetworkLayout.Column, _ right: NetworkLayout.Column, _ layout: NetworkLayout,
    _ picture: inout SVGPicture
  ) {
    let y = (layout.top + layout.bottom) / 2
    for n in -1...1 {
      picture.dot((left.x + right.x) / 2 + 10 * Double(n), y, radius: 2.2)
    }
  }

  private func drawNodes(
    _ column: NetworkLayout.Column, _ layout: NetworkLayout, _ picture: inout SVGPicture
  ) {
    let l = column.layer
    for y in column.dots {
      for n in -1...1 { picture.dot(column.x, y + 9 * Double(n), radius: 2.2) }
    }
    for (i, y) in column.nodes {
      let style = isActive(l, i) ? "node active" : "node"
      picture.add(
        #"<g class="\#(style)" id="\#(prefix)-node-\#(l)-\#(i)" data-node="\#(l),\#(i)">"#)
      picture.dot(column.x, y, radius: layout.radius, "circle")
      let labels = layout.labels(of: i, at: y, in: column)
      if layout.hasRows, l > 1 {
        picture.arrow(column.x, y - layout.radius - 20, column.x, y - layout.radius - 2)
      }
      for label in labels { label.draw(&picture) }
      picture.add("</g>")
    }
  }

  private func drawLegend(_ layout: NetworkLayout, _ picture: inout SVGPicture) {
    for item in layout.legend {
      let y = layout.legendHeight - 4
      let width = item.style.contains("active") ? "" : #" stroke-width="1.4""#
      picture.line(item.x - 36, y, item.x - 8, y, item.style + " sample", attributes: width)
    }
  }
}

extension NetworkLayout {
  /// The line between two circles, from rim to rim.
  func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> (x1: Double, y1: Double, x2: Double, y2: Double) {
    let (Δx, Δy) = (end.x - start.x, end.y - start.y)
    let share = radius / (Δx * Δx + Δy * Δy).squareRoot()
    return (
      start.x + share * Δx, start.y + share * Δy, end.x - share * Δx, end.y - share * Δy
    )
  }
}
