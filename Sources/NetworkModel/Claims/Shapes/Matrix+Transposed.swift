// Rows and columns exchanged.

extension Matrix<Double> {
  /// Aᵀ: what is s × t becomes t × s.
  package var transposed: Matrix {
    if rows == 1 || columns == 1 { return Matrix(rows: columns, columns: rows, entries: entries) }
    var result: [Double] = []
    result.reserveCapacity(entries.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(entries[row * columns + column]) }
    }
    return Matrix(rows: columns, columns: rows, entries: result)
  }
}
