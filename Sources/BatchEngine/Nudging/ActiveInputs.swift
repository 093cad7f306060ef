// The activations that a nudged weight can act through: those that are not 0.

import NetworkModel

/// A^(ℓ−1), example by example, without its zeros.
struct ActiveInputs: Sendable {
  /// The nodes j − 1 of all examples one after the other, and their a_j.
  private(set) var nodes: [Int32] = []
  private(set) var values: [Double] = []
  /// Where example m begins; it ends where the next one begins.
  private var starts: [Int] = [0]

  init(_ A: Matrix<Double>) {
    let count = A.entries.count { $0 != 0 }
    nodes.reserveCapacity(count)
    values.reserveCapacity(count)
    starts.reserveCapacity(A.columns + 1)
    for m in 1...A.columns {
      for j in 0..<A.rows {
        let a = A.entries[j * A.columns + m - 1]
        if a != 0 {
          nodes.append(Int32(j))
          values.append(a)
        }
      }
      starts.append(nodes.count)
    }
  }

  /// Where example m lies in `nodes` and `values`.
  func range(ofExample m: Int) -> Range<Int> { starts[m - 1]..<starts[m] }
}
