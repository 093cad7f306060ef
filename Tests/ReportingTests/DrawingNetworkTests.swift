// Pictures of networks: what they show, and that nothing in them touches.

import Foundation
import Nabla
import RandomNetworks
import Testing

@testable import Reporting

@Suite("Pictures of networks")
struct DrawingNetworkTests {
  private static let shapes = [
    [2, 2], [1, 1], [1, 1, 1], [2, 2, 1], [3, 4, 4, 2], [784, 10, 10], [6, 6], [7, 7], [1, 6, 1],
    [5, 1, 5], [2, 3, 3, 4, 3, 3, 2, 3, 3, 3, 2, 1], [2] + Array(repeating: 3, count: 40),
    [1000, 1000], [4, 3, 2, 10, 1],
  ]

  /// A network of a shape, its numbers from a seed, of the sizes that a deviation makes.
  private static func network(
    _ sizes: [Int], seed: UInt64 = 1, deviation: Double = 0.7
  ) -> (network: Network, values: NetworkPicture.Values) {
    var generator = SeededGenerator(seed: seed)
    func numbers(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double.random(in: -deviation...deviation, using: &generator) }
    }
    let pairs = zip(sizes, sizes.dropFirst())
    let network = Network(
      sizes: sizes, activations: sizes.dropFirst(2).map { _ in .rectifier(slopeAtZero: 1) },
      hypothesis: .linear(k: -2.5), cost: .quadratic,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          pairs.map { Matrix(rows: $1, columns: $0, entries: numbers($0 * $1)) }),
        biases: Layers(first: 2, sizes.dropFirst().map { numbers($0) })))
    let batch = Batch(
      inputs: Matrix(rows: sizes[0], columns: 1, entries: numbers(sizes[0])),
      targets: Matrix(rows: sizes[sizes.count - 1], columns: 1))
    let pass = BatchPropagation<Double>(network, batch)
    let forward = pass.forward(holding: nil)
    return (network, .init(forward, error: pass.gradients(forward).error))
  }

  /// With values, without them, and with a path.
  private static func pictures(
    _ sizes: [Int], seed: UInt64 = 1, deviation: Double = 0.7
  ) -> [NetworkPicture] {
    let (network, values) = network(sizes, seed: seed, deviation: deviation)
    let end = NetworkPicture.Node(layer: 2, i: sizes[1])
    let path = NetworkPicture.Highlight(
      nodes: [end, .init(layer: 1, i: 1)],
      edges: [.init(layer: 2, i: (sizes[1] + 1) / 2, j: (sizes[0] + 1) / 2)])
    return [
      NetworkPicture(network, values: values), NetworkPicture(network),
      NetworkPicture(network, values: values, highlight: path),
    ]
  }

  // MARK: - Room

  @Test("No label touches another, a circle, or the edge of the picture", arguments: shapes)
  func shapesHaveRoom(_ sizes: [Int]) {
    for deviation in [0.7, 1e-12, 3e40] {
      for picture in Self.pictures(sizes, deviation: deviation) { expectRoom(picture) }
    }
  }

  @Test("Nor in 40 networks of seeded shapes")
  func seededShapesHaveRoom() {
    var generator = SeededGenerator(seed: 5)
    for seed in 1...40 {
      let sizes = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        Int.random(in: 1...9, using: &generator)
      }
      for picture in Self.pictures(sizes, seed: UInt64(seed)) { expectRoom(picture) }
    }
  }

  private func expectRoom(_ picture: NetworkPicture) {
    let layout = NetworkLayout(picture)
    var labels = layout.labels.map { (label: $0, node: "") }
    var circles: [(box: Box, node: String)] = []
    for column in layout.columns {
      for (i, y) in column.nodes {
        let (node, r) = ("\(column.layer),\(i)", layout.radius)
        labels += layout.labels(of: i, at: y, in: column).map { ($0, node) }
        circles.append(
          (
            Box(left: column.x - r, top: y - r, right: column.x + r, bottom: y + r), node
          ))
      }
    }
    let page = (width: layout.width, height: layout.height)
    for (n, a) in labels.enumerated() {
      let box = a.label.box
      let isOnPage =
        box.left >= 0 && box.top >= 0 && box.right <= page.width && box.bottom <= page.height
      #expect(isOnPage, "\(picture.network.sizes): \(a.label.pieces)")
      for b in labels[(n + 1)...] where box.overlaps(b.label.box) {
        Issue.record("\(picture.network.sizes): \(a.label.pieces) and \(b.label.pieces)")
      }
      for circle in circles where circle.node != a.node && box.overlaps(circle.box) {
        Issue.record("\(picture.network.sizes): \(a.label.pieces) and node \(circle.node)")
      }
    }
  }

  @Test("What is inside of a circle does not leave it", arguments: [0.7, 1e-12, 3e40])
  func circles(_ deviation: Double) {
    for sizes in Self.shapes {
      let layout = NetworkLayout(Self.pictures(sizes, deviation: deviation)[0])
      for column in layout.columns {
        for (i, y) in column.nodes {
          for label in layout.picture.inside(column.layer, i, x: column.x, y: y) {
            let x = label.width / 2
            let height = max(y - label.box.top, label.box.bottom - y) - 3
            #expect(x * x + height * height <= layout.radius * layout.radius)
          }
        }
      }
    }
  }

  // MARK: - What a page's script holds on to

  @Test("Every node and line that is shown bears its name, once, and so does every value")
  func names() {
    for sizes in Self.shapes {
      for picture in Self.pictures(sizes) {
        let document = DrawingDocument(picture.svg())
        let layers = picture.shownLayers
        let nodes = layers.flatMap { l in picture.shownNodes(l).map { "\(l),\($0)" } }
        #expect(document.all("data-node").sorted() == nodes.sorted())
        let edges = zip(layers, layers.dropFirst()).filter { $0 + 1 == $1 }.flatMap { l, next in
          picture.shownNodes(next).flatMap { i in
            picture.shownNodes(l).map { "\(next),\(i),\($0)" }
          }
        }
        #expect(document.all("data-edge").sorted() == edges.sorted())
        let values = document.all("data-value")
        #expect(Set(values).count == values.count)
        if picture.values != nil { #expect(Set(nodes.map { "a,\($0)" }).isSubset(of: values)) }
        let ids = document.all("id")
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("network") })
      }
    }
  }

  @Test("Values are those of the example, under their keys")
  func values() throws {
    let forward = BatchPropagation<Double>(HandMade.network(), HandMade.batch).forward(holding: nil)
    let picture = NetworkPicture(
      HandMade.network(), values: .init(forward, example: 2), digits: 6)
    let document = DrawingDocument(picture.svg())
    for (key, expected) in [
      ("a,1,1", 0.9), ("z,2,1", forward.weightedInput[2][1, 2]),
      ("a,3,1", forward.activation[3][1, 2]), ("b,2,2", 0.2), ("w,2,1,2", 0.2), ("w,3,1,2", 0.6),
    ] {
      let element = try #require(document.elements.last { $0.attributes["data-value"] == key })
      #expect(element.text == NumberText.text(expected).withMinusSigns, "\(key)")
    }
  }

  @Test("A path is thick and dashed, everything else faint; without one nothing is")
  func path() {
    let pictures = Self.pictures([2, 3, 1])
    let plain = DrawingDocument(pictures[0].svg())
    #expect(plain.with(class: "active").isEmpty && plain.with(class: "has-path").isEmpty)
    let document = DrawingDocument(pictures[2].svg())
    let active = document.with(class: "active")
    #expect(active.compactMap { $0.attributes["data-node"] }.sorted() == ["1,1", "2,3"])
    #expect(active.compactMap { $0.attributes["data-edge"] } == ["2,2,1"])
    #expect(document.elements[0].classes.contains("has-path"))
  }

  @Test("A large layer is drawn by its first three nodes, its last, and those of the path")
  func abridged() {
    let pictures = Self.pictures([784, 10, 10])
    #expect(pictures[0].shownNodes(1) == [1, 2, 3, 784])
    #expect(pictures[2].shownNodes(1) == [1, 2, 3, 392, 784])
    let document = DrawingDocument(pictures[0].svg())
    let text = document.elements[0].text
    #expect(text.contains("784 nodes") && text.contains("12 of 804 nodes"))
    #expect(pictures[0].svg().utf8.count < 40_000)
  }

  @Test("Inline pictures bring no page, no declaration, and a style only if it is asked for")
  func inline() {
    let picture = Self.pictures([2, 1])[0]
    let inline = picture.inlineSVG(hasStyle: false)
    #expect(inline.hasPrefix("<svg ") && !inline.contains("<style>"))
    #expect(!inline.contains("class=\"sheet\"") && !picture.inlineSVG().contains(":root"))
    #expect(picture.inlineSVG().contains(PictureStyle.sheet))
    _ = DrawingDocument(inline)
  }
}
