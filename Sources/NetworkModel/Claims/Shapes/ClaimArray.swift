// An array of a claim as its file has it.

/// Numbers with a shape and the name that the file gives them.
struct ClaimArray {
  /// What the file calls it: "W2", "weights[0]".
  var name: String
  /// Of 0 to 3 dimensions.
  let shape: [Int]
  /// The numbers, the last index the fastest.
  let numbers: [Double]
  var type = NumberType.double
  /// Where it stands in a JSON text.
  var value: JSONValue? = nil

  enum NumberType { case integer, single, double }

  /// How an array stands for a matrix.
  enum Fit: Comparable {
    /// It is the matrix, or a list without a direction.
    case good
    /// A row or a column of its numbers.
    case line
    case none
  }

  func fit(rows: Int, columns: Int) -> Fit {
    if shape == [rows, columns] { return .good }
    guard numbers.count == rows * columns else { return .none }
    return shape.count < 2 ? .good : isLine ? .line : .none
  }

  /// Whether all dimensions but one are 1.
  var isLine: Bool { shape.count { $0 != 1 } <= 1 }

  func isFlat(rows: Int, columns: Int) -> Bool { shape != [rows, columns] }
}

extension Matrix<Double> {
  var transposed: Matrix {
    if rows == 1 || columns == 1 { return Matrix(rows: columns, columns: rows, entries: entries) }
    var result: [Double] = []
    result.reserveCapacity(entries.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(entries[row * columns + column]) }
    }
    return Matrix(rows: columns, columns: rows, entries: result)
  }
}

/// What the shapes of a claim are measured by.
struct ClaimShapes {
  let sizes: [Int]
  /// M.
  let examples: Int

  /// L.
  var lastLayer: Int { sizes.count }
  var layers: ClosedRange<Int> { 2...sizes.count }

  /// s_ℓ.
  func size(_ l: Int) -> Int { sizes[l - 1] }

  /// P.
  var parameters: Int { layers.reduce(0) { $0 + size($1) * (size($1 - 1) + 1) } }

  /// W2, b2, W3, b3, …: the arrays that a claim needs, as it may call them.
  var needed: [String] { layers.prefix(5).flatMap { ["W\($0)", "b\($0)"] } }
}
