// The picture of a network: [W] §2.4.

public import NetworkModel
public import Numbers

/// A network drawn as its notes draw it: layers as columns, nodes as circles, weights as lines.
///
/// - A layer of more than `nodeLimit` nodes is drawn by its first three and its last one; highlighted
///   nodes are drawn as well. Of more than 12 layers the first six and the last five are drawn.
/// - Labels are placed by their widths: what finds no room without touching other labels is left out,
///   first the weights' symbols, then their values, then biases and weighted inputs. What is left out
///   is said below the picture.
/// - Lines are the thicker the larger |w| is, and dotted where w < 0.
/// - Every node, line and value bears attributes by which the script of a page finds it:
///   `data-node="2,1"`, `data-edge="2,1,2"` (layer, i, j), `data-value="a,2,1"` (also `z`, `b`, `delta`;
///   `w,2,1,2`). The class `active` is that of the highlight, and `has-path` that of a picture with one;
///   a script that changes a weight also sets the class `negative`, and `stroke-width` to 0.8 + 2.2 |w| by
///   the largest |w| drawn. Room is measured for the values given here.
public struct NetworkPicture: Sendable {
  /// A node i of a layer, both counted from 1.
  public struct Node: Hashable, Sendable {
    public let layer: Int
    public let i: Int

    public init(layer: Int, i: Int) {
      self.layer = layer
      self.i = i
    }
  }

  /// The line of w_ij^(ℓ), from node j of layer ℓ−1 to node i of layer ℓ.
  public struct Edge: Hashable, Sendable {
    public let layer: Int
    public let i: Int
    public let j: Int

    public init(layer: Int, i: Int, j: Int) {
      self.layer = layer
      self.i = i
      self.j = j
    }
  }

  /// An active path: drawn thick and dashed, everything else faint.
  public struct Highlight: Sendable {
    /// The nodes on the path.
    public var nodes: Set<Node>
    /// The weights on the path.
    public var edges: Set<Edge>

    public init(nodes: Set<Node> = [], edges: Set<Edge> = []) {
      self.nodes = nodes
      self.edges = edges
    }

    /// Whether nothing stands out.
    public var isEmpty: Bool { nodes.isEmpty && edges.isEmpty }
  }

  /// What one example makes of the network.
  public struct Values: Sendable {
    /// The example m whose values they are.
    public let example: Int
    let forward: ForwardPass<Double>
    let error: Layers<Matrix<Double>>?

    /// - Parameters:
    ///   - example: m, counted from 1.
    ///   - error: Δ^(ℓ), where δ is to be written below the nodes too.
    public init(
      _ forward: ForwardPass<Double>, example: Int = 1, error: Layers<Matrix<Double>>? = nil
    ) {
      let count = forward.activation[1].columns
      precondition(1...count ~= example, "example \(example) of \(count)")
      self.example = example
      self.forward = forward
      self.error = error
    }
  }

  /// The network that is drawn.
  public let network: Network
  /// The values that are written in, if there are any.
  public let values: Values?
  /// The path that stands out.
  public let highlight: Highlight
  /// What its ids begin with, so that several pictures on a page keep apart.
  public let prefix: String
  /// How many significant digits values have.
  public let digits: Int
  /// How many nodes a layer has at most that is drawn whole.
  public let nodeLimit: Int

  public init(
    _ network: Network, values: Values? = nil, highlight: Highlight = Highlight(),
    prefix: String = "network", digits: Int = 4, nodeLimit: Int = 6
  ) {
    self.network = network
    self.values = values
    self.highlight = highlight
    self.prefix = escapedForSVG(prefix)
    self.digits = digits
    self.nodeLimit = max(nodeLimit, 4)
  }
}

extension NetworkPicture {
  /// The layers that are drawn, from left to right.
  public var shownLayers: [Int] {
    let L = network.lastLayer
    return L <= 12 ? Array(1...L) : Array(1...6) + Array(L - 4...L)
  }

  /// The nodes of a layer that are drawn, from top to bottom.
  public func shownNodes(_ l: Int) -> [Int] {
    let size = network.size(l)
    if size <= nodeLimit { return Array(1...size) }
    let marked = highlight.nodes.filter { $0.layer == l }.map(\.i)
    let ends = highlight.edges.compactMap { $0.layer == l ? $0.i : $0.layer == l + 1 ? $0.j : nil }
    return Set([1, 2, 3, size] + marked + ends).filter { 1...size ~= $0 }.sorted()
  }

  func number(_ value: Double) -> String {
    NumberText.text(value, digits: digits).withMinusSigns
  }

  func isActive(_ l: Int, _ i: Int) -> Bool { highlight.nodes.contains(Node(layer: l, i: i)) }
}
