// From index notation to whole matrices: Σ_j w_ij a_j^(m) becomes W A.
//
// Every part of an expression becomes a matrix of the indices that it has itself: a matrix, a column,
// a row or a number. Where parts meet, a smaller one is repeated along the index that it lacks.

public import Notation

/// The rules that turn an expression, whose free indices count the rows and columns of a matrix, into
/// a formula of that matrix.
public struct Vectorisation: Sendable {
  let rows: Index?
  let columns: Index?
  /// How many more times sums may be exchanged, so that two of them do not change places forever.
  let exchanges: Int

  init(rows: Index?, columns: Index?, exchanges: Int = 2) {
    self.rows = rows
    self.columns = columns
    self.exchanges = exchanges
  }

  /// The matrix whose entry in row `rows` and column `columns` is the expression.
  ///
  /// - Parameters:
  ///   - rows: the index that counts the rows; `nil` for a row or a number.
  ///   - columns: the index that counts the columns; `nil` for a column vector or a number.
  /// - Returns: a formula of exactly that shape. Other free indices stay what they are: the m of a
  ///   single example.
  /// - Throws: `VectorisationError`, naming the part that has no matrix form.
  public static func vectorised(
    _ expression: Expression, rows: Index?, columns: Index?
  ) throws(VectorisationError) -> MatrixExpression {
    let rules = Vectorisation(rows: rows, columns: columns)
    return try rules.whole(expression.withoutDefinitions)
  }

  // MARK: - Orientation

  /// The expression as a matrix of all rows and columns: directly, or as the transpose of the matrix
  /// with rows and columns exchanged, whichever is written with fewer transposes.
  func whole(_ expression: Expression) throws(VectorisationError) -> MatrixExpression {
    let direct = try repeated(form(expression)).tidied
    guard rows != nil, columns != nil, direct.transposeCount > 0 else { return direct }
    let exchanged = Vectorisation(rows: columns, columns: rows, exchanges: exchanges)
    guard let other = try? exchanged.repeated(exchanged.form(expression)) else { return direct }
    let turned = MatrixExpression.transpose(other.tidied).tidied
    return turned.transposeCount <= direct.transposeCount ? turned : direct
  }

  func has(_ index: Index?, _ expression: Expression) -> Bool {
    index.map { expression.freeIndices.contains($0) } ?? false
  }

  // MARK: - One rule for each kind of node

  /// The expression as a matrix of those indices that it has itself.
  func form(_ expression: Expression) throws(VectorisationError) -> Form {
    if isNumber(expression) { return Form(number: expression) }
    switch expression {
    case .letter, .partial, .same: return try letter(expression)
    case .sum(let terms): return try sum(terms)
    case .negative(let a): return try form(a).mapping { .negative($0) }
    case .product: return try product(factors(of: expression))
    case .quotient(let a, let b): return try quotient(a, b)
    case .power(let a, let n): return try form(a).mapping { .power($0, n) }
    case .raised(let a, to: .number(let n)) where n == n.rounded() && n.magnitude < 64:
      return try form(a).mapping { .power($0, Int(n)) }
    case .function(let function, let a): return try form(a).mapping { .function(function, $0) }
    case .call(let name, let primes, let a):
      return try form(a).mapping { .call(name, primes: primes, $0) }
    case .max(let a, let b, let tie): return try pair(a, b) { .max($0, $1, tie: tie) }
    case .bracket(let a, let relation, let b): return try pair(a, b) { .bracket($0, relation, $1) }
    case .summation(let index, nil, let body): return try contraction(over: index, body)
    case .summation(let index, let excluded?, let body):
      return try sum(without(excluded, index, body, in: expression))
    case .define: return try form(expression.withoutDefinitions)
    case .number, .index, .raised, .maximum, .repeatedProduct:
      throw VectorisationError(expression, .operation)
    }
  }

  /// Whether the expression is the same number in every row and column, and no sum.
  func isNumber(_ expression: Expression) -> Bool {
    !has(rows, expression) && !has(columns, expression)
      && !expression.contains { $0.boundIndex != nil }
  }

  private func sum(_ terms: [Expression]) throws(VectorisationError) -> Form {
    let forms = try terms.map { term throws(VectorisationError) in try form(term) }
    let hasRows = forms.contains(where: \.hasRows)
    let hasColumns = forms.contains(where: \.hasColumns)
    let matrices = zip(terms, forms).map { term, form in
      bias(term, form, hasColumns: hasColumns)
        ?? repeated(form, alongRows: hasRows, alongColumns: hasColumns)
    }
    return Form(.sum(matrices), hasRows: hasRows, hasColumns: hasColumns)
  }

  private func quotient(
    _ a: Expression, _ b: Expression
  ) throws(VectorisationError) -> Form {
    if isNumber(b) { return try product(factors(of: a) + [.quotient(1, b)]) }
    return try pair(a, b) { .quotient($0, $1) }
  }

  /// An operation entry by entry on two expressions.
  private func pair(
    _ a: Expression, _ b: Expression,
    _ operation: (MatrixExpression, MatrixExpression) -> MatrixExpression
  ) throws(VectorisationError) -> Form {
    let (first, second) = (try form(a), try form(b))
    let hasRows = first.hasRows || second.hasRows
    let hasColumns = first.hasColumns || second.hasColumns
    let matrix = operation(
      repeated(first, alongRows: hasRows, alongColumns: hasColumns),
      repeated(second, alongRows: hasRows, alongColumns: hasColumns))
    return Form(matrix, hasRows: hasRows, hasColumns: hasColumns)
  }

  /// Σ_{i ≠ k} f_i = Σ_i f_i − f_k, where f has a value everywhere.
  private func without(
    _ excluded: Index, _ index: Index, _ body: Expression, in whole: Expression
  ) throws(VectorisationError) -> [Expression] {
    let hasGaps = body.contains {
      switch $0 {
      case .quotient, .raised, .function(.log, _), .function(.logOnePlus, _), .call: true
      case .power(_, let n): n < 0
      default: false
      }
    }
    guard index.range == excluded.range, !hasGaps else {
      throw VectorisationError(whole, .operation)
    }
    return [
      .summation(index, excluding: nil, body), -body.substituting(index, by: excluded),
    ]
  }
}

extension Expression {
  /// The expression with what its defined letters stand for in their places.
  fileprivate var withoutDefinitions: Expression {
    switch mappingParts(\.withoutDefinitions) {
    case .define(let letter, let value, in: let body): body.replacing([.letter(letter): value])
    case let other: other
    }
  }
}
