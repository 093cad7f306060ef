// The network's picture in each step: drawn once for each example, shown in every step with its path.

import NetworkModel
import Notation
import WorkedExamples

/// The pictures of a page.
///
/// A picture with its values stands on the page once; a step shows it through `use`, with the lines and
/// circles of its path below and around it. So a value that changes is written once.
struct PagePictures {
  let example: WorkedExample
  private let base: NetworkPicture
  private let layout: NetworkLayout

  /// Which values a picture shows.
  private enum Pass: String { case forward, backward, again }

  init(_ example: WorkedExample) {
    self.example = example
    base = Self.picture(example, .forward, m: 1)
    // The backward picture has a row more, and all are to be of one size.
    layout = NetworkLayout(Self.picture(example, .backward, m: 1))
  }

  // MARK: - Sources

  /// The pictures that steps refer to, out of sight.
  var sources: String {
    let examples = example.shownExamples
    let passes: [Pass] = [.forward, .backward, .again]
    let pictures = examples.flatMap { m in
      passes.map { pass in
        let mark = pass == .again ? " data-mark=\"⁺\"" : ""
        let svg = Self.picture(example, pass, m: m).inlineSVG(hasStyle: false)
        return "<div data-example=\"\(m)\"\(mark)>\(svg)</div>"
      }
    }
    return "<div class=\"sources\" aria-hidden=\"true\">\n\(pictures.joined())</div>"
  }

  private static func picture(_ example: WorkedExample, _ pass: Pass, m: Int) -> NetworkPicture {
    var network = example.network
    if pass == .again {
      for coordinate in example.shownParameters {
        let letter = coordinate.letter(examples: example.batch.count).updated
        network.parameters[coordinate] = example.value(of: letter)!.real
      }
    }
    let nodes = (1...network.lastLayer).flatMap { l in
      example.shownNodes(l).map { NetworkPicture.Node(layer: l, i: $0) }
    }
    return NetworkPicture(
      network, values: values(example, pass, m: m),
      highlight: NetworkPicture.Highlight(nodes: Set(nodes)), prefix: "\(pass.rawValue)-\(m)")
  }

  /// The numbers of one example, as an engine gives them; 0 for nodes that are not shown.
  private static func values(_ example: WorkedExample, _ pass: Pass, m: Int)
    -> NetworkPicture.Values
  {
    let network = example.network
    let layers = 2...network.lastLayer
    func column(_ name: String, _ l: Int) -> Matrix<Double> {
      var matrix = Matrix<Double>(rows: network.size(l), columns: 1)
      for i in example.shownNodes(l) {
        matrix[i, 1] = example.value(name, l, i, m, isUpdated: pass == .again)
      }
      return matrix
    }
    let inputs = Matrix(
      rows: network.sizes[0], columns: 1,
      entries: (1...network.sizes[0]).map { example.batch.inputs[$0, m] })
    let forward = ForwardPass(
      weightedInput: Layers(first: 2, layers.map { column("z", $0) }),
      activation: Layers(
        first: 1, [inputs] + layers.map { column($0 == network.lastLayer ? "h" : "a", $0) }),
      cost: 0.0, sides: Sides(network: network, examples: 1), kinks: [])
    let error =
      pass == .backward ? Layers(first: 2, layers.map { column("δ", $0) }) : nil
    return NetworkPicture.Values(forward, error: error)
  }

  // MARK: - In a step

  private func pass(of line: WorkedLine) -> Pass {
    if line.left.isUpdated && !line.quantity.isUpdate { return .again }
    return line.left.isForward ? .forward : .backward
  }

  /// The address of the picture with a line's values.
  private func source(of line: WorkedLine) -> String {
    "\(pass(of: line).rawValue)-\(line.example ?? example.shownExamples[0])"
  }

  /// The picture of a line's example, with its path. On paper only those pictures are shown that have
  /// other values than the one before.
  func figure(_ line: WorkedLine, behind previous: WorkedLine?, title: String) -> String {
    let pass = pass(of: line)
    let source = source(of: line)
    let isKnown = previous.map { self.source(of: $0) == source } ?? false
    let layout = pass == .backward ? self.layout : NetworkLayout(base)
    let path = path(of: line)
    let (w, h) = (Int(layout.width.rounded(.up)), Int(layout.height.rounded(.up)))
    return """
      <figure\(isKnown ? " class=\"known\"" : "")><svg class="nabla-picture stepped" \
      viewBox="0 0 \(w) \(h)" width="\(w)" height="\(h)" style="--width: \(w)px" role="img">\
      <title>\(HTMLText.escaped(title))</title>\(lines(of: path, layout))\
      <use href="#\(source)" width="\(w)" height="\(h)"/>\(rings(of: path, layout))</svg></figure>
      """
  }

  /// The lines of a path, which lie below the picture and its labels.
  private func lines(of path: NetworkPicture.Highlight, _ layout: NetworkLayout) -> String {
    var lines = ""
    for (left, right) in zip(layout.columns, layout.columns.dropFirst()) {
      for target in right.nodes {
        for source in left.nodes
        where path.edges.contains(.init(layer: right.layer, i: target.i, j: source.i)) {
          let place = layout.line(from: (left.x, source.y), to: (right.x, target.y))
          lines +=
            "<line class=\"edge active\" x1=\"\(short(place.x1))\" y1=\"\(short(place.y1))\" "
            + "x2=\"\(short(place.x2))\" y2=\"\(short(place.y2))\"/>"
        }
      }
    }
    return lines
  }

  /// The circles around its nodes, which lie above the picture.
  private func rings(of path: NetworkPicture.Highlight, _ layout: NetworkLayout) -> String {
    layout.columns.flatMap { column in
      column.nodes.filter { path.nodes.contains(.init(layer: column.layer, i: $0.i)) }.map { node in
        "<circle class=\"ring\" cx=\"\(short(column.x))\" cy=\"\(short(node.y))\" "
          + "r=\"\(short(layout.radius))\"/>"
      }
    }.joined()
  }

  /// The nodes and weights of the letters of a line.
  private func path(of line: WorkedLine) -> NetworkPicture.Highlight {
    var path = NetworkPicture.Highlight()
    let last = example.network.lastLayer
    for letter in [line.left] + line.formula.letters {
      let nodes = letter.nodes.compactMap(\.position)
      let name = letter.original.name
      let l = letter.layer?.offset ?? (name == "x" ? 1 : last)
      if nodes.count == 2 {
        path.edges.insert(.init(layer: l, i: nodes[0], j: nodes[1]))
        path.nodes.insert(.init(layer: l, i: nodes[0]))
        path.nodes.insert(.init(layer: l - 1, i: nodes[1]))
      } else if nodes.count == 1 {
        path.nodes.insert(.init(layer: l, i: nodes[0]))
      }
    }
    if line.quantity == .cost || line.quantity == .exampleCost {
      for k in example.shownNodes(last) { path.nodes.insert(.init(layer: last, i: k)) }
    }
    return path
  }
}

extension WorkedQuantity {
  fileprivate var isUpdate: Bool { self == .weightUpdate || self == .biasUpdate }
}

extension Letter {
  /// Whether it is found on the way forward.
  fileprivate var isForward: Bool { ["z", "a", "h", "J", "Ω"].contains(original.name) }
}
