// Tidying a matrix formula: signs and numbers to the front, transposes to the letters, no brackets
// within products of one kind. Sums keep the brackets that they were written with.

import Notation

extension MatrixExpression {
  /// An equal formula in the order in which people write it: 1/M H ⊙ (H − Y).
  var tidied: MatrixExpression {
    switch mappingParts(\.tidied) {
    case .negative(let a): a.negated
    case .scaled(let number, let a): a.scaled(by: [number])
    case .sum(let terms): terms.count == 1 ? terms[0] : .sum(terms)
    case .hadamard(let factors): Self.collected(factors) { Self.flatHadamard($0) }
    case .product(let factors): Self.collected(factors) { Self.flatProduct($0) }
    case .quotient(let a, let b): Self.quotientInFront(a, b)
    case .transpose(let a): a.transposed
    case .diagonal(let a): a.withFactors { .diagonal($0) }
    case let other: other
    }
  }

  // MARK: - Signs and numbers in front

  /// The numbers in front of a formula, −1 for a sign, and what stands behind them.
  private var taken: (numbers: [Expression], rest: MatrixExpression) {
    switch self {
    case .negative(let a):
      let (numbers, rest) = a.taken
      return ([-1] + numbers, rest)
    case .scaled(let number, let a):
      let (numbers, rest) = a.taken
      return ([number] + numbers, rest)
    default: return ([], self)
    }
  }

  private var negated: MatrixExpression {
    if case .negative(let a) = self { return a }
    return .negative(self)
  }

  private func scaled(by numbers: [Expression]) -> MatrixExpression {
    let (inner, rest) = taken
    let factor = NumberFactor(numbers + inner)
    let value = factor.magnitude
    let matrix: MatrixExpression
    switch rest {
    case .constant(let number, let rows, let columns) where value != 1:
      let all = number == 1 ? value : Expression.product([value, number])
      matrix = .constant(all, rows: rows, columns: columns)
    default: matrix = value == 1 ? rest : .scaled(value, rest)
    }
    return factor.isNegative ? .negative(matrix) : matrix
  }

  private func withFactors(
    _ operation: (MatrixExpression) -> MatrixExpression
  ) -> MatrixExpression {
    let (numbers, rest) = taken
    return operation(rest).scaled(by: numbers)
  }

  private static func collected(
    _ factors: [MatrixExpression], _ operation: ([MatrixExpression]) -> MatrixExpression
  ) -> MatrixExpression {
    let taken = factors.map(\.taken)
    return operation(taken.map(\.rest)).scaled(by: taken.flatMap(\.numbers))
  }

  private static func quotientInFront(
    _ a: MatrixExpression, _ b: MatrixExpression
  ) -> MatrixExpression {
    let (above, numerator) = a.taken
    let (below, denominator) = b.taken
    return quotient(numerator, denominator)
      .scaled(by: above + below.map { .quotient(1, $0) })
  }

  // MARK: - Products without brackets

  private static func flatHadamard(_ factors: [MatrixExpression]) -> MatrixExpression {
    let flat = factors.flatMap { if case .hadamard(let inner) = $0 { inner } else { [$0] } }
    return flat.count == 1 ? flat[0] : .hadamard(flat)
  }

  private static func flatProduct(_ factors: [MatrixExpression]) -> MatrixExpression {
    let flat = factors.flatMap { if case .product(let inner) = $0 { inner } else { [$0] } }
    return flat.count == 1 ? flat[0] : .product(flat)
  }

  // MARK: - Transposes

  /// The transpose, pushed into products; into what works entry by entry only where that makes fewer.
  private var transposed: MatrixExpression {
    switch self {
    case .transpose(let a): a
    case .product(let factors): .product(factors.reversed().map(\.transposed))
    case .scaled(let number, let a): .scaled(number, a.transposed)
    case .negative(let a): .negative(a.transposed)
    case .constant(let number, let rows, let columns):
      .constant(number, rows: columns, columns: rows)
    case .ones(let rows?, let columns?): .ones(rows: columns, columns: rows)
    case .diagonal: self
    case .letter(let letter) where letter.isSymmetric: self
    case .letter, .ones: .transpose(self)
    default: pushed
    }
  }

  private var pushed: MatrixExpression {
    let pushed = mappingParts(\.transposed)
    return pushed.transposeCount <= transposeCount ? pushed : .transpose(self)
  }
}

extension MatrixLetter {
  /// A number, or the identity matrix.
  fileprivate var isSymmetric: Bool {
    if rows == nil, columns == nil { return true }
    guard case .same(let a, let b) = entry else { return false }
    return a.range == b.range
  }
}
