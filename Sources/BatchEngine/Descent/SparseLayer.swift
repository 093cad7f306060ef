// The first layer of a network that leaves the zeros of its inputs out.

import Kernels
import NetworkModel
import Numbers

/// Some examples of sparse inputs, in some order, with the weights that they meet.
@usableFromInline
struct SparseLayer: Sendable {
  private let examples: SparseInputs
  /// Where the numbers of each of these examples begin and end.
  private let starts: [Int]
  private let ends: [Int]
  private let weights: SparseWeights

  /// - Parameter positions: of the examples, from 0.
  init(_ examples: SparseInputs, _ positions: some Sequence<Int>, _ weights: SparseWeights) {
    self.examples = examples
    starts = positions.map { examples.starts[$0] }
    ends = positions.map { examples.starts[$0 + 1] }
    self.weights = weights
  }

  /// Z^(2) = B^(2) + W^(2) X                                                  [W] (FP2.1)
  func writeWeightedInput(to Z: inout Matrix<Double>) {
    let (width, count) = (weights.width, starts.count)
    let rows = [Double](unsafeUninitializedCapacity: width * count) { z, filled in
      kernel_sparse_forward_double(
        width, count, starts, ends, examples.inputs, examples.values, weights.transposed,
        weights.biases, z.baseAddress)
      filled = width * count
    }
    Z.refill(rows: weights.nodes, columns: count) { entries in
      for i in 0..<weights.nodes {
        for m in 0..<count { entries[i * count + m] = rows[m * width + i] }
      }
    }
  }

  /// ∇_W J = Δ^(2) Xᵀ                                                         [W] (BP3.2)
  func writeWeightGradient(error Δ: Matrix<Double>, to gradient: inout Matrix<Double>) {
    let (width, count) = (weights.width, starts.count)
    var errors = [Double](repeating: 0, count: width * count)
    for i in 0..<Δ.rows {
      for m in 0..<count { errors[m * width + i] = Δ.entries[i * count + m] }
    }
    var rows = [Double](repeating: 0, count: width * examples.features)
    kernel_sparse_gradient_double(
      width, count, starts, ends, examples.inputs, examples.values, errors, &rows)
    gradient.refill(rows: Δ.rows, columns: examples.features) { entries in
      for i in 0..<Δ.rows {
        for n in 0..<examples.features {
          entries[i * examples.features + n] = rows[n * width + i]
        }
      }
    }
  }
}

/// W^(2) and b^(2) as sparse inputs meet them: a row for each input, padded to whole chunks.
struct SparseWeights: Sendable {
  let nodes: Int
  let width: Int
  let transposed: [Double]
  let biases: [Double]

  init(_ parameters: Parameters<Double>) {
    let W = parameters.weights[2]
    nodes = W.rows
    let width = (W.rows + 7) / 8 * 8
    self.width = width
    var transposed = [Double](repeating: 0, count: W.columns * width)
    for i in 0..<W.rows {
      for n in 0..<W.columns { transposed[n * width + i] = W.entries[i * W.columns + n] }
    }
    self.transposed = transposed
    biases = parameters.biases[2] + Array(repeating: 0, count: width - W.rows)
  }
}
