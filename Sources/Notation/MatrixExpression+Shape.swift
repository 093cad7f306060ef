// The shape of a matrix formula, from the shapes of its letters.

/// Two parts of a matrix formula whose shapes do not fit.
public enum ShapeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is combined entry by entry has to have one shape.
  case different(MatrixExpression, Shape, MatrixExpression, Shape)
  /// The left factor of a matrix product needs as many columns as the right one has rows.
  case notMultipliable(MatrixExpression, Shape, MatrixExpression, Shape)
  /// Only a column vector makes a diagonal.
  case noVector(MatrixExpression, Shape)

  public var description: String {
    switch self {
    case .different(_, let a, _, let b):
      "a matrix of shape \(a) and one of shape \(b) cannot be combined entry by entry"
    case .notMultipliable(_, let a, _, let b):
      "a matrix of shape \(a) cannot be multiplied by one of shape \(b)"
    case .noVector(_, let a):
      "the diagonal of a matrix is made from a column vector, not from shape \(a)"
    }
  }
}

extension MatrixExpression {
  /// The number of rows and columns, as the ranges that they are counted by.
  ///
  /// - Throws: `ShapeError` where shapes don't fit, with the offending parts.
  public var shape: Shape {
    get throws(ShapeError) {
      switch self {
      case .letter(let letter):
        Shape(rows: letter.rows?.range, columns: letter.columns?.range)
      case .constant(_, let rows, let columns), .ones(let rows, let columns):
        Shape(rows: rows, columns: columns)
      case .scaled(_, let a), .negative(let a), .power(let a, _), .function(_, let a),
        .call(_, _, let a):
        try a.shape
      case .sum(let parts), .hadamard(let parts): try Self.commonShape(of: parts)
      case .quotient(let a, let b), .max(let a, let b, _), .bracket(let a, _, let b):
        try Self.commonShape(of: [a, b])
      case .product(let factors): try Self.shape(ofProduct: factors)
      case .transpose(let a): try a.shape.transposed
      case .diagonal(let a): try Self.shape(ofDiagonal: a)
      }
    }
  }

  private static func commonShape(of parts: [MatrixExpression]) throws(ShapeError) -> Shape {
    guard let first = parts.first else { return Shape(rows: nil, columns: nil) }
    let shape = try first.shape
    for part in parts.dropFirst() {
      let other = try part.shape
      guard other == shape else { throw .different(first, shape, part, other) }
    }
    return shape
  }

  private static func shape(ofProduct factors: [MatrixExpression]) throws(ShapeError) -> Shape {
    guard var left = factors.first else { return Shape(rows: nil, columns: nil) }
    var shape = try left.shape
    for right in factors.dropFirst() {
      let next = try right.shape
      guard shape.columns == next.rows else { throw .notMultipliable(left, shape, right, next) }
      shape = Shape(rows: shape.rows, columns: next.columns)
      left = right
    }
    return shape
  }

  private static func shape(ofDiagonal vector: MatrixExpression) throws(ShapeError) -> Shape {
    let shape = try vector.shape
    guard shape.columns == nil else { throw .noVector(vector, shape) }
    return Shape(rows: shape.rows, columns: shape.rows)
  }
}
