// Products: numbers go in front, matrices meet entry by entry, a column and a row make an outer
// product, a vector beside a matrix is repeated.

import Notation

extension Vectorisation {
  // MARK: - Factors

  /// The factors of an expression. From a sum over an index come out those that don't depend on it;
  /// with `index`, from a quotient too.
  func factors(of expression: Expression, under index: Index? = nil) -> [Expression] {
    switch expression {
    case .product(let factors): return factors.flatMap { self.factors(of: $0, under: index) }
    case .negative(let a): return [-1] + factors(of: a, under: index)
    case .quotient(let a, let b):
      if isNumber(b), !has(index, b) { return factors(of: a, under: index) + [.quotient(1, b)] }
      guard index != nil else { return [expression] }
      let inner = factors(of: a, under: index)
      let (inside, outside) = split(inner, by: index)
      return has(index, b)
        ? outside.filter { $0 != 1 } + [.quotient(Self.product(inside), b)]
        : inside + [.quotient(Self.product(outside), b)]
    case .summation(let bound, nil, let body):
      let (inside, outside) = split(factors(of: body, under: bound), by: bound)
      guard !outside.isEmpty else { return [expression] }
      return outside.flatMap { factors(of: $0, under: index) }
        + [.summation(bound, excluding: nil, Self.product(inside))]
    default: return [expression]
    }
  }

  /// What depends on the index, and what does not.
  func split(
    _ factors: [Expression], by index: Index?
  ) -> (inside: [Expression], outside: [Expression]) {
    (factors.filter { has(index, $0) }, factors.filter { !has(index, $0) })
  }

  static func product(_ factors: [Expression]) -> Expression {
    switch factors.count {
    case 0: 1
    case 1: factors[0]
    default: .product(factors)
    }
  }

  // MARK: - Products

  func product(_ factors: [Expression]) throws(VectorisationError) -> Form {
    if let n = factors.firstIndex(where: isIdentity) {
      return try diagonal(factors[..<n] + factors[(n + 1)...])
    }
    if let n = factors.firstIndex(where: hasIdentity), case .sum(let terms) = factors[n] {
      return try distributed(terms, at: n, in: factors)
    }
    return combined(try factors.map { factor throws(VectorisationError) in try form(factor) })
  }

  /// The product of forms.
  func combined(_ forms: [Form]) -> Form {
    let numbers = forms.compactMap(\.number)
    let matrices = forms.filter { $0.number == nil }
    guard !matrices.isEmpty else { return Form(number: Self.product(numbers)) }
    let product = combinedMatrices(matrices)
    return numbers.isEmpty ? product : product.mapping { .scaled(Self.product(numbers), $0) }
  }

  private func combinedMatrices(_ forms: [Form]) -> Form {
    // Column, numbers that sums over entries have made, row: multiplied in this order they fit.
    let column = forms.filter { $0.hasRows && !$0.hasColumns }.map(\.matrix)
    let numbers = forms.filter { !$0.hasRows && !$0.hasColumns }.map(\.matrix)
    let row = forms.filter { !$0.hasRows && $0.hasColumns }.map(\.matrix)
    let parts =
      [column].filter { !$0.isEmpty } + numbers.map { [$0] } + [row].filter { !$0.isEmpty }
    let outer = Form(
      .product(parts.map { .hadamard($0) }), hasRows: !column.isEmpty, hasColumns: !row.isEmpty)
    guard forms.contains(where: \.isFull) else { return outer }
    var factors = forms.filter(\.isFull).map(\.matrix)
    if let place = forms.firstIndex(where: { !$0.isFull }) {
      factors.insert(repeated(outer, alongRows: true, alongColumns: true), at: place)
    }
    return Form(.hadamard(factors), hasRows: true, hasColumns: true)
  }

  // MARK: - The identity matrix

  private func isIdentity(_ expression: Expression) -> Bool {
    guard case .same(let a, let b) = expression, a != b else { return false }
    return a.range == b.range && ([a, b] == [rows, columns] || [b, a] == [rows, columns])
  }

  /// Whether a term of the expression has [i = k] as a factor.
  private func hasIdentity(_ expression: Expression) -> Bool {
    switch expression {
    case .sum(let parts), .product(let parts): parts.contains(where: hasIdentity)
    case .negative(let a), .quotient(let a, _): hasIdentity(a)
    default: isIdentity(expression)
    }
  }

  /// [i = k] f_ik is f_ii on the diagonal.
  private func diagonal(_ others: ArraySlice<Expression>) throws(VectorisationError) -> Form {
    guard let rows, let columns else { return Form(number: 1) }
    let numbers = others.filter(isNumber)
    let rest = others.filter { !isNumber($0) }.map { $0.substituting(columns, by: rows) }
    let matrix: MatrixExpression
    if rest.isEmpty {
      matrix = .identity(rows.range)
    } else {
      let rules = Vectorisation(rows: rows, columns: nil, exchanges: exchanges)
      matrix = .diagonal(try rules.whole(Self.product(rest)))
    }
    let form = Form(matrix, hasRows: true, hasColumns: true)
    return numbers.isEmpty ? form : form.mapping { .scaled(Self.product(Array(numbers)), $0) }
  }

  /// u (v + w) = u v + u w, numbers staying in front.
  private func distributed(
    _ terms: [Expression], at place: Int, in factors: [Expression]
  ) throws(VectorisationError) -> Form {
    let numbers = factors.filter(isNumber)
    let before = factors[..<place].filter { !isNumber($0) }
    let after = factors[(place + 1)...].filter { !isNumber($0) }
    let sum = try form(.sum(terms.map { Self.product(before + [$0] + after) }))
    return numbers.isEmpty ? sum : sum.mapping { .scaled(Self.product(numbers), $0) }
  }
}
