// Matrices with entries counted from 1.

public import Numbers

/// A matrix of numbers, its entries addressed from 1 as in the notes, stored row by row.
///
/// The examples of a batch are columns, so a row holds one node's values for all of them.
@frozen
public struct Matrix<S: Scalar>: Sendable {
  public let rows: Int
  public let columns: Int
  /// The entries, row after row.
  public var entries: [S]

  @inlinable
  public init(rows: Int, columns: Int, entries: [S]) {
    precondition(
      entries.count == rows * columns, "\(entries.count) entries for a \(rows)×\(columns) matrix")
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  @inlinable
  public init(rows: Int, columns: Int, repeating value: S = .zero) {
    self.init(
      rows: rows, columns: columns, entries: Array(repeating: value, count: rows * columns))
  }

  /// The entry in row i and column j, both from 1.
  @inlinable
  public subscript(i: Int, j: Int) -> S {
    get { entries[(i - 1) * columns + j - 1] }
    set { entries[(i - 1) * columns + j - 1] = newValue }
  }

  /// Where row i lies in `entries`.
  @inlinable public func range(ofRow i: Int) -> Range<Int> { (i - 1) * columns..<i * columns }

  @inlinable
  public func map<T: Scalar>(_ transform: (S) throws -> T) rethrows -> Matrix<T> {
    Matrix<T>(rows: rows, columns: columns, entries: try entries.map(transform))
  }
}

extension Matrix {
  /// Columns side by side, counted from 0.
  public func columns(_ range: Range<Int>) -> Matrix {
    var chosen: [S] = []
    chosen.reserveCapacity(rows * range.count)
    for row in 0..<rows {
      chosen += entries[row * columns + range.lowerBound..<row * columns + range.upperBound]
    }
    return Matrix(rows: rows, columns: range.count, entries: chosen)
  }

  /// Some of the columns, by their positions from 0, in that order.
  public func columns(_ positions: some Sequence<Int>) -> Matrix {
    let positions = Array(positions)
    var chosen: [S] = []
    chosen.reserveCapacity(rows * positions.count)
    for row in 0..<rows {
      for position in positions { chosen.append(entries[row * columns + position]) }
    }
    return Matrix(rows: rows, columns: positions.count, entries: chosen)
  }
}

extension Matrix: Equatable where S: Equatable {}
