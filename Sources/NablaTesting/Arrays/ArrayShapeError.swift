// Plain arrays that are no matrix.

/// Rows of different lengths, or different numbers of layers, where a matrix or a gradient is made of
/// plain arrays.
public enum ArrayShapeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A row has `count` numbers, and row 1 has `expected`.
  case ragged(row: Int, count: Int, expected: Int)
  /// There are weights for so many layers, and biases for so many.
  case layers(weights: Int, biases: Int)
  /// The weights of a layer are ragged.
  case layer(Int, row: Int, count: Int, expected: Int)

  public var description: String {
    switch self {
    case .ragged(let row, let count, let expected):
      "row \(row) has \(count) numbers, and row 1 has \(expected)"
    case .layers(let weights, let biases):
      "there are weights for \(weights) layers, and biases for \(biases)"
    case .layer(let l, let row, let count, let expected):
      "the weights of layer \(l): row \(row) has \(count) numbers, and row 1 has \(expected)"
    }
  }
}
