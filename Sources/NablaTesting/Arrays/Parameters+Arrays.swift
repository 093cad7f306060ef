// Weights and biases, and gradients, as plain arrays in the shapes of a network file.

public import Nabla

extension Parameters {
  /// From plain arrays in the shapes of a network file.
  ///
  /// - Parameters:
  ///   - weights: `weights[0]` is W^(2), or ∂J/∂W^(2): s_2 rows of s_1 numbers.
  ///   - biases: `biases[0]` is b^(2), or ∂J/∂b^(2).
  /// - Throws: where a matrix has rows of different lengths, or the numbers of layers differ.
  public init(weights: [[[S]]], biases: [[S]]) throws(ArrayShapeError) {
    guard weights.count == biases.count else {
      throw .layers(weights: weights.count, biases: biases.count)
    }
    var matrices: [Matrix<S>] = []
    for (n, rows) in weights.enumerated() {
      do throws(ArrayShapeError) {
        matrices.append(try Matrix(rows))
      } catch {
        guard case .ragged(let row, let count, let expected) = error else { throw error }
        throw .layer(n + 2, row: row, count: count, expected: expected)
      }
    }
    self.init(weights: Layers(first: 2, matrices), biases: Layers(first: 2, biases))
  }

  /// W^(2) … W^(L) as plain arrays: `weightArrays[0][i − 1][j − 1]` is w_ij^(2).
  public var weightArrays: [[[S]]] { weights.elements.map(\.rowArrays) }

  /// b^(2) … b^(L): `biasArrays[0][i − 1]` is b_i^(2).
  public var biasArrays: [[S]] { biases.elements }
}

extension Network {
  /// W^(2) … W^(L) as plain arrays: `weightArrays[0][i − 1][j − 1]` is w_ij^(2).
  public var weightArrays: [[[Double]]] { parameters.weightArrays }

  /// b^(2) … b^(L): `biasArrays[0][i − 1]` is b_i^(2).
  public var biasArrays: [[Double]] { parameters.biasArrays }
}

extension Batch {
  /// The inputs, an array for each example.
  public var inputArrays: [[Double]] { inputs.columnArrays }

  /// The targets, an array for each example.
  public var targetArrays: [[Double]] { targets.columnArrays }
}
