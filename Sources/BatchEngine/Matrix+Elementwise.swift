// What the equations do with matrices element by element.

public import NetworkModel
public import Numbers

infix operator ⊙ : MultiplicationPrecedence

extension Matrix {
  /// The product element by element; `hadamard(_:_:)` by its name.
  @inlinable
  public static func ⊙ (a: Matrix, b: Matrix) -> Matrix { hadamard(a, b) }

  @inlinable
  public static func hadamard(_ a: Matrix, _ b: Matrix) -> Matrix {
    byKernel(.product, a, b) ?? combine(a, b) { $0 * $1 }
  }

  @inlinable
  static func + (a: Matrix, b: Matrix) -> Matrix {
    byKernel(.sum, a, b) ?? combine(a, b) { $0 + $1 }
  }

  @inlinable
  static func - (a: Matrix, b: Matrix) -> Matrix {
    byKernel(.difference, a, b) ?? combine(a, b) { $0 - $1 }
  }

  @inlinable
  static func * (factor: S, a: Matrix) -> Matrix { byKernel(factor, a) ?? a.map { factor * $0 } }

  @inlinable
  static func combine(_ a: Matrix, _ b: Matrix, _ operation: (S, S) -> S) -> Matrix {
    precondition(
      a.rows == b.rows && a.columns == b.columns,
      "\(a.rows)×\(a.columns) with \(b.rows)×\(b.columns)")
    let entries = [S](unsafeUninitializedCapacity: a.entries.count) { c, initialized in
      for position in a.entries.indices {
        c.initializeElement(at: position, to: operation(a.entries[position], b.entries[position]))
      }
      initialized = a.entries.count
    }
    return Matrix(rows: a.rows, columns: a.columns, entries: entries)
  }

  /// Row i in every one of `rows` rows.
  @inlinable
  func broadcasting(row i: Int, rows: Int) -> Matrix {
    let row = entries[range(ofRow: i)]
    var entries: [S] = []
    for _ in 0..<rows { entries += row }
    return Matrix(rows: rows, columns: columns, entries: entries)
  }
}

// MARK: - Numbers that the kernels know

extension Matrix {
  /// The same with code made for the number type, wherever it is called from.
  @usableFromInline
  static func byKernel(_ operation: Elementwise, _ a: Matrix, _ b: Matrix) -> Matrix? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func value<N: KernelNumber>(_ type: N.Type) -> Matrix {
      N.combine(operation, a as! Matrix<N>, b as! Matrix<N>) as! Matrix
    }
    return value(type)
  }

  @usableFromInline
  static func byKernel(_ factor: S, _ a: Matrix) -> Matrix? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func value<N: KernelNumber>(_ type: N.Type) -> Matrix {
      N.scale(factor as! N, a as! Matrix<N>) as! Matrix
    }
    return value(type)
  }
}

extension Matrix<Double> {
  /// The same numbers of another type; of this one, without a copy.
  @inlinable
  func converted<T: Scalar>(to type: T.Type = T.self) -> Matrix<T> {
    self as? Matrix<T> ?? map { T($0) }
  }
}
