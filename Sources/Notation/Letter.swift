// Letters of the notes, with the indices below and above them.

/// A letter of a formula: `M`, `z`, or with indices `h_k`, `w_ij^(ℓ)`, `z_k^(L)(m)`.
public struct Letter: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// The nodes that the letter belongs to, below the line: one of a value, two of a weight.
  public let nodes: [Index]
  /// The layer, above the line; `nil` where the letter belongs to no layer or to the output layer.
  public let layer: Layer?
  /// The example that it belongs to, above the line and behind the layer.
  public let example: Index?

  public init(_ name: String, nodes: [Index], layer: Layer? = nil, example: Index? = nil) {
    self.name = name
    self.nodes = nodes
    self.layer = layer
    self.example = example
  }

  public init(_ name: String, node: Index? = nil, example: Index? = nil) {
    self.init(name, nodes: node.map { [$0] } ?? [], example: example)
  }

  /// Whether it is no letter but a number in the digits in which it is printed: 0.6457. A formula with
  /// numbers put in for its letters keeps zeros at their ends that a `Double` would lose.
  public var isNumeral: Bool { name.utf8.first.map { 48...57 ~= $0 } ?? false }

  /// The first of its nodes.
  public var node: Index? { nodes.first }

  /// Every index that it has.
  public var indices: [Index] { nodes + (example.map { [$0] } ?? []) }

  /// The same letter with other indices.
  public func mappingIndices(_ change: (Index) -> Index) -> Letter {
    Letter(name, nodes: nodes.map(change), layer: layer, example: example.map(change))
  }

  public var description: String {
    let lower = nodes.isEmpty ? "" : "_" + nodes.map(\.name).joined()
    let upper = [layer.map { "(\($0))" }, example.map { "(\($0))" }].compactMap { $0 }
    return name + lower + (upper.isEmpty ? "" : "^" + upper.joined())
  }
}
