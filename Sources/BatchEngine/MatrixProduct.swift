// A product of two matrices over any number: the plain loops, and where the kernels take over.

import NetworkModel
import Numbers

/// A matrix as a factor of a product: as it stands, or transposed.
@usableFromInline
@frozen
struct Factor<S: Scalar>: Sendable {
  @usableFromInline let matrix: Matrix<S>
  @usableFromInline let isTransposed: Bool

  @inlinable
  init(_ matrix: Matrix<S>) {
    self.matrix = matrix
    isTransposed = false
  }

  @inlinable
  init(transposing matrix: Matrix<S>) {
    self.matrix = matrix
    isTransposed = true
  }

  @inlinable var rows: Int { isTransposed ? matrix.columns : matrix.rows }
  @inlinable var columns: Int { isTransposed ? matrix.rows : matrix.columns }
  /// How far apart in memory the factor's neighbours in a column and in a row are.
  @inlinable var rowStep: Int { isTransposed ? 1 : matrix.columns }
  @inlinable var columnStep: Int { isTransposed ? matrix.columns : 1 }

  /// The same numbers as others.
  @inlinable
  func map<T: Scalar>(_ transform: (S) -> T) -> Factor<T> {
    let mapped = matrix.map(transform)
    return isTransposed ? Factor<T>(transposing: mapped) : Factor<T>(mapped)
  }
}

/// start 1ᵀ + A B.
@usableFromInline
@frozen
struct MatrixProduct<S: Scalar>: Sendable {
  @usableFromInline let a: Factor<S>
  @usableFromInline let b: Factor<S>
  /// What the rows begin with; 0 where there is nothing.
  @usableFromInline let start: [S]?
  /// Whether one core computes it, because others have work of their own.
  @usableFromInline var isOnOneCore = false

  @inlinable
  init(_ a: Factor<S>, _ b: Factor<S>, start: [S]? = nil) {
    precondition(
      a.columns == b.rows, "\(a.rows)×\(a.columns) times \(b.rows)×\(b.columns)")
    self.a = a
    self.b = b
    self.start = start
  }

  /// The same product, on one core where `isAlone` says so.
  @inlinable
  func onOneCore(_ isAlone: Bool) -> MatrixProduct {
    var product = self
    product.isOnOneCore = isAlone
    return product
  }

  /// The product.
  @inlinable var value: Matrix<S> { .made { write(to: &$0) } }

  /// Makes `result` the product; by the kernels where they know the number type.
  @inlinable
  func write(to result: inout Matrix<S>) {
    if !writeByKernel(to: &result) { result = byLoops() }
  }

  @usableFromInline
  func writeByKernel(to result: inout Matrix<S>) -> Bool {
    guard let type = S.self as? any KernelNumber.Type else { return false }
    // N is S.
    func write<N: KernelNumber>(_ type: N.Type) {
      result.withEntries(of: type) { N.write(self as! MatrixProduct<N>, to: &$0) }
    }
    write(type)
    return true
  }

  /// Row by row, each sum in ascending order of k.
  @inlinable
  func byLoops() -> Matrix<S> {
    var result = Matrix<S>(rows: a.rows, columns: b.columns)
    result.entries.withUnsafeMutableBufferPointer { c in
      b.matrix.entries.withUnsafeBufferPointer { entries in
        for i in 0..<a.rows {
          let row = c.baseAddress! + i * b.columns
          if let start { for j in 0..<b.columns { row[j] = start[i] } }
          for k in 0..<a.columns {
            let factor = a.matrix.entries[i * a.rowStep + k * a.columnStep]
            let other = entries.baseAddress! + k * b.rowStep
            if b.isTransposed {
              for j in 0..<b.columns { row[j] = row[j] + factor * other[j * b.columnStep] }
            } else {
              addMultiple(of: other, by: factor, to: row, b.columns)
            }
          }
        }
      }
    }
    return result
  }
}
