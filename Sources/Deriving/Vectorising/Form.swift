// A matrix formula and which of the indices of rows and columns it has; repeating it along the others.

import Notation

/// A matrix, a column, a row or a number, as it comes out of a part of an expression.
struct Form {
  let matrix: MatrixExpression
  let hasRows: Bool
  let hasColumns: Bool

  init(_ matrix: MatrixExpression, hasRows: Bool, hasColumns: Bool) {
    self.matrix = matrix
    self.hasRows = hasRows
    self.hasColumns = hasColumns
  }

  init(number: Expression) {
    self.init(.constant(number, rows: nil, columns: nil), hasRows: false, hasColumns: false)
  }

  /// The number that the form is, where no sum over entries makes it.
  var number: Expression? {
    if case .constant(let number, nil, nil) = matrix { return number }
    return nil
  }

  var isFull: Bool { hasRows && hasColumns }

  /// The form after an operation that leaves the shape as it is.
  func mapping(_ operation: (MatrixExpression) -> MatrixExpression) -> Form {
    Form(operation(matrix), hasRows: hasRows, hasColumns: hasColumns)
  }
}

extension MatrixExpression {
  /// The column of ones, which sums or repeats.
  static func ones(_ index: Index) -> MatrixExpression { .ones(rows: index.range, columns: nil) }
}

extension Vectorisation {
  /// The form as a matrix of all rows and columns.
  func repeated(_ form: Form) -> MatrixExpression {
    repeated(form, alongRows: rows != nil, alongColumns: columns != nil)
  }

  /// The form as a matrix that has rows and columns as said: v 1ᵀ, 1 vᵀ, or a number everywhere.
  func repeated(_ form: Form, alongRows: Bool, alongColumns: Bool) -> MatrixExpression {
    let newRows = alongRows && !form.hasRows ? rows : nil
    let newColumns = alongColumns && !form.hasColumns ? columns : nil
    if newRows == nil, newColumns == nil { return form.matrix }
    if let number = form.number {
      return .constant(number, rows: newRows?.range, columns: newColumns?.range)
    }
    var factors = [form.matrix]
    if let index = newRows { factors.insert(.ones(index), at: 0) }
    if let index = newColumns { factors.append(.transpose(.ones(index))) }
    return .product(factors)
  }
}
