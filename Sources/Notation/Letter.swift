// Letters and indices of the notes.

/// An index of the notes: a letter that runs from 1 to the end of its range.
public struct Index: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public init(_ name: String) { self.name = name }
  public var description: String { name }

  /// A node of layer ℓ; also the second output node where a formula needs two.
  public static let i = Index("i")
  /// A node of layer ℓ−1; also the third output node where a formula needs three.
  public static let j = Index("j")
  /// An output node, 1 … K.
  public static let k = Index("k")
  /// A training example, 1 … M.
  public static let m = Index("m")
}

/// A letter of a formula: `M`, `z`, or with indices `h_k`, `y_k^(m)`.
public struct Letter: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// The node that the letter belongs to, below the line.
  public let node: Index?
  /// The example that it belongs to, above the line.
  public let example: Index?

  public init(_ name: String, node: Index? = nil, example: Index? = nil) {
    self.name = name
    self.node = node
    self.example = example
  }

  public var description: String {
    name + (node.map { "_\($0)" } ?? "") + (example.map { "^(\($0))" } ?? "")
  }
}
