// Where a kink is met.

/// A place where a kink is met: a node and an example, or a weight whose sign matters.
public enum Kink: Hashable, Sendable {
  case node(layer: Int, i: Int, example: Int)
  case weight(layer: Int, i: Int, j: Int)
}
