// Inputs that are mostly zeros, without them.

import NetworkModel
import Numbers

/// X without its zeros, one example after the other: the digits of MNIST are four fifths zeros.
final class SparseInputs: Sendable {
  let features: Int
  /// Where each example's numbers begin; one place more than there are examples.
  let starts: [Int]
  /// Which inputs they belong to, from 0, in ascending order.
  let inputs: [UInt32]
  let values: [Double]

  /// `nil` where more than a third of the numbers are no zeros: the products of matrices are faster then.
  init?(_ X: Matrix<Double>) {
    let (N, M) = (X.rows, X.columns)
    var counts = [Int](repeating: 0, count: M)
    for n in 0..<N {
      for m in 0..<M where X.entries[n * M + m] != 0 { counts[m] += 1 }
    }
    let total = counts.reduce(0, +)
    guard N >= 16, 3 * total <= N * M else { return nil }
    var starts = [0]
    starts.reserveCapacity(M + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var inputs = [UInt32](repeating: 0, count: total)
    var values = [Double](repeating: 0, count: total)
    for n in 0..<N {
      for m in 0..<M where X.entries[n * M + m] != 0 {
        inputs[next[m]] = UInt32(n)
        values[next[m]] = X.entries[n * M + m]
        next[m] += 1
      }
    }
    (features, self.starts, self.inputs, self.values) = (N, starts, inputs, values)
  }
}
