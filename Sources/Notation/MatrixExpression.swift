// Formulas of whole matrices: Δ^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ)).

/// A formula whose value is a matrix, a column vector where it has no column index, or a number where
/// it has neither.
public indirect enum MatrixExpression: Hashable, Sendable {
  case letter(MatrixLetter)
  /// A number in every place: the 1 of 1 − A ⊙ A.
  case constant(Expression, rows: Index.Range?, columns: Index.Range?)
  /// The vector (or matrix) of ones in a product, where it sums or repeats.
  case ones(rows: Index.Range?, columns: Index.Range?)
  /// A number without free indices times a matrix: 1/M (H − Y).
  case scaled(Expression, MatrixExpression)
  case sum([MatrixExpression])
  case negative(MatrixExpression)
  /// Matrix product, from left to right.
  case product([MatrixExpression])
  /// Product entry by entry, ⊙.
  case hadamard([MatrixExpression])
  /// Quotient entry by entry.
  case quotient(MatrixExpression, MatrixExpression)
  /// Power entry by entry.
  case power(MatrixExpression, Int)
  /// A function of every entry.
  case function(ElementaryFunction, MatrixExpression)
  case call(String, primes: Int, MatrixExpression)
  case max(MatrixExpression, MatrixExpression, tie: Expression.Tie)
  case bracket(MatrixExpression, Expression.Relation, MatrixExpression)
  case transpose(MatrixExpression)
  /// The square matrix with a vector's entries on its diagonal and 0 elsewhere: diag(h) − h hᵀ.
  case diagonal(MatrixExpression)
}

/// A matrix or vector that has a letter, and what its entries are.
public struct MatrixLetter: Hashable, Sendable {
  /// How it is written.
  public let symbol: Symbol
  /// Its entry in row `rows` and column `columns`, in index notation.
  public let entry: Expression
  public let rows: Index?
  public let columns: Index?

  public indirect enum Symbol: Hashable, Sendable {
    /// W^(ℓ), H, z^(ℓ)(m): upper case a matrix, lower case a vector.
    case letter(String, layer: Layer?, example: Index?)
    /// ∇_W J: derivatives by every entry of the second, in its shape.
    case gradient(String, by: Symbol)
    /// ∂h/∂z: the entry in row i, column k is ∂h_i/∂z_k.
    case jacobian(Symbol, by: Symbol)
  }

  public init(_ symbol: Symbol, entry: Expression, rows: Index?, columns: Index?) {
    self.symbol = symbol
    self.entry = entry
    self.rows = rows
    self.columns = columns
  }
}

/// The shape of a matrix formula, as ranges; `nil` where there is one row or one column.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  public let rows: Index.Range?
  public let columns: Index.Range?

  public init(rows: Index.Range?, columns: Index.Range?) {
    self.rows = rows
    self.columns = columns
  }

  public var transposed: Shape { Shape(rows: columns, columns: rows) }

  /// `K × M`, `K` for a column vector, `1 × M` for a row.
  public var description: String {
    switch (rows, columns) {
    case (nil, nil): "1"
    case (let rows?, nil): "\(rows)"
    case (let rows, let columns?): "\(rows.map { "\($0)" } ?? "1") × \(columns)"
    }
  }
}
