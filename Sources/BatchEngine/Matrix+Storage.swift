// Matrices that are written again instead of made anew: pages that nobody has touched yet cost more
// than what is written into them.

public import NetworkModel
import Numbers

extension Matrix {
  /// Makes this a matrix of another size, whose entries `fill` sets; in the memory it has, where that
  /// has the right size and nobody else reads it.
  ///
  /// What `fill` gets holds the old entries or nothing: it is only written.
  mutating func refill(rows: Int, columns: Int, _ fill: (UnsafeMutablePointer<S>) -> Void) {
    var own: [S] = []
    swap(&own, &entries)
    if own.count == rows * columns {
      own.withUnsafeMutableBufferPointer { $0.baseAddress.map(fill) }
    } else {
      own = [S](unsafeUninitializedCapacity: rows * columns) { buffer, initialized in
        if let first = buffer.baseAddress, rows * columns > 0 { fill(first) }
        initialized = rows * columns
      }
    }
    self = Matrix(rows: rows, columns: columns, entries: own)
  }

  /// A matrix without entries, for something to be written into.
  @inlinable static var empty: Matrix { Matrix(rows: 0, columns: 0, entries: []) }

  /// The matrix that `write` writes.
  @inlinable
  static func made(_ write: (inout Matrix) -> Void) -> Matrix {
    var matrix = empty
    write(&matrix)
    return matrix
  }

  /// Does `change` with this matrix as one of N, which is S under another name.
  mutating func withEntries<N: KernelNumber, Result>(
    of type: N.Type, _ change: (inout Matrix<N>) -> Result
  ) -> Result {
    var own = self as! Matrix<N>
    self = .empty  // so that `own` is the only one who has the memory
    defer { self = own as! Matrix<S> }
    return change(&own)
  }
}
