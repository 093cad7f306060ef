// Matrices as plain arrays of rows.

public import Nabla

extension Matrix {
  /// A matrix from its rows.
  ///
  /// - Throws: where the rows have different lengths.
  public init(_ rowArrays: [[S]]) throws(ArrayShapeError) {
    let columns = rowArrays.first?.count ?? 0
    for (n, row) in rowArrays.enumerated() where row.count != columns {
      throw .ragged(row: n + 1, count: row.count, expected: columns)
    }
    self.init(rows: rowArrays.count, columns: columns, entries: Array(rowArrays.joined()))
  }

  /// The rows: `rowArrays[0]` is row 1.
  public var rowArrays: [[S]] {
    rows == 0 ? [] : (1...rows).map { Array(entries[range(ofRow: $0)]) }
  }

  /// The columns: of X, the examples.
  public var columnArrays: [[S]] {
    (0..<columns).map { column in (0..<rows).map { entries[$0 * columns + column] } }
  }
}
