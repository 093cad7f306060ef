// Matrices, and lists that count layers as the notes do.

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

extension Matrix: Equatable where S: Equatable {}

/// Something for each layer from `first` on, addressed by the layer's number.
@frozen
public struct Layers<Element> {
  public let first: Int
  public var elements: [Element]

  @inlinable
  public init(first: Int, _ elements: [Element]) {
    self.first = first
    self.elements = elements
  }

  @inlinable
  public subscript(l: Int) -> Element {
    get { elements[l - first] }
    set { elements[l - first] = newValue }
    _modify { yield &elements[l - first] }
  }

  /// The numbers of the layers.
  @inlinable public var range: Range<Int> { first..<first + elements.count }

  @inlinable
  public func map<T>(_ transform: (Element) throws -> T) rethrows -> Layers<T> {
    Layers<T>(first: first, try elements.map(transform))
  }
}

extension Layers: Sendable where Element: Sendable {}
extension Layers: Equatable where Element: Equatable {}
