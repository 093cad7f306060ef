// What can be nudged: a weight, a bias, a weighted input.

/// A number that the cost depends on and that can be nudged: a parameter, or a weighted input.
public enum Coordinate: Hashable, Sendable {
  /// w_ij^(ℓ), from node j of layer ℓ−1 to node i of layer ℓ.
  case weight(layer: Int, i: Int, j: Int)
  /// b_i^(ℓ).
  case bias(layer: Int, i: Int)
  /// z_i^(ℓ) of example m; the derivative by it is δ_i^(ℓ)(m).
  case weightedInput(layer: Int, i: Int, example: Int)

  public var layer: Int {
    switch self {
    case .weight(let layer, _, _), .bias(let layer, _), .weightedInput(let layer, _, _): layer
    }
  }

  /// i, the node that it belongs to.
  public var node: Int {
    switch self {
    case .weight(_, let i, _), .bias(_, let i), .weightedInput(_, let i, _): i
    }
  }
}
