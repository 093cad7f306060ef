// Sums over an index become matrix products: Σ_j w_ij a_j^(m) is W A, Σ_m δ_i^(m) is Δ 1,
// Σ_i h_i^(m) y_i^(m) is 1ᵀ (H ⊙ Y).
//
// Factors with the index of the rows make the left matrix, those with the index of the columns the
// right one, and those with neither stand between them on a diagonal.

import Notation

extension Vectorisation {
  /// Σ over the index of an expression.
  func contraction(over index: Index, _ body: Expression) throws(VectorisationError) -> Form {
    if index == rows || index == columns {
      let taken = body.allIndices.union([rows, columns].compactMap { $0 })
      let fresh = index.fresh(avoiding: taken)
      return try contraction(over: fresh, body.substituting(index, by: fresh))
    }
    switch body {
    case .negative(let a): return try contraction(over: index, a).mapping { .negative($0) }
    case .sum(let terms) where !isUniform(body, under: index):
      return try form(.sum(terms.map { .summation(index, excluding: nil, $0) }))
    case .quotient(let a, let b) where !has(index, b) && !isNumber(b):
      return try form(.quotient(.summation(index, excluding: nil, a), b))
    default: break
    }
    let (inside, outside) = split(factors(of: body, under: index), by: index)
    if let selected = selected(by: index, from: inside) {
      return try product(outside + selected)
    }
    if inside.isEmpty {
      let count = MatrixExpression.product([.transpose(.ones(index)), .ones(index)])
      let forms = try outside.map { factor throws(VectorisationError) in try form(factor) }
      return combined(forms + [Form(count, hasRows: false, hasColumns: false)])
    }
    let sum = Expression.summation(index, excluding: nil, Self.product(inside))
    if !outside.isEmpty { return try product(outside + [sum]) }
    if inside.count == 1, inside[0] != body { return try contraction(over: index, inside[0]) }
    return try matrixProduct(over: index, inside)
  }

  /// Σ_s [s = i] f_s = f_i.
  private func selected(by index: Index, from factors: [Expression]) -> [Expression]? {
    for (n, factor) in factors.enumerated() {
      guard case .same(let a, let b) = factor, a != b, a.range == b.range else { continue }
      let other = a == index ? b : a
      var rest = factors
      rest.remove(at: n)
      return rest.map { $0.substituting(index, by: other) }
    }
    return nil
  }

  /// Whether a term of a sum has [s = i], which takes its sum away once it is multiplied out.
  private func hasSelection(by index: Index, in factor: Expression) -> Bool {
    guard case .sum(let terms) = factor else { return false }
    return terms.flatMap { factors(of: $0) }.contains {
      if case .same(let a, let b) = $0 { a == index || b == index } else { false }
    }
  }

  /// Whether every letter of the expression has the same of the indices that count here: then a sum is
  /// a matrix as it stands, and is not multiplied out.
  private func isUniform(_ expression: Expression, under index: Index) -> Bool {
    let relevant = Set([rows, columns, index].compactMap { $0 })
    func indices(_ part: Expression) -> [Set<Index>] {
      if part.parts.isEmpty || part.boundIndex != nil {
        let own = part.freeIndices.intersection(relevant)
        return own.isEmpty ? [] : [own]
      }
      if case .partial = part { return [part.freeIndices.intersection(relevant)] }
      return part.parts.flatMap(indices)
    }
    return Set(indices(expression)).count <= 1
  }

  // MARK: - Matrix products

  /// The sum over the index of factors that all have it.
  private func matrixProduct(
    over index: Index, _ factors: [Expression]
  ) throws(VectorisationError) -> Form {
    let isToSeparate = { (factor: Expression) in
      has(rows, factor) && has(columns, factor) || hasSelection(by: index, in: factor)
    }
    if let n = factors.firstIndex(where: isToSeparate) {
      return try separated(factors, at: n, over: index)
    }
    let left = factors.filter { has(rows, $0) }
    let right = factors.filter { has(columns, $0) }
    let middle = factors.filter { !has(rows, $0) && !has(columns, $0) }
    if left.isEmpty, right.isEmpty { return try number(over: index, middle) }
    var product: [MatrixExpression] = []
    if !left.isEmpty { product.append(try matrix(left, rows: rows, columns: index)) }
    if !middle.isEmpty {
      let vector = try matrix(middle, rows: index, columns: nil)
      switch (left.isEmpty, right.isEmpty) {
      case (true, _): product.append(.transpose(vector))
      case (_, true): product.append(vector)
      default: product.append(.diagonal(vector))
      }
    } else if left.isEmpty {
      product.append(.transpose(.ones(index)))
    } else if right.isEmpty {
      product.append(.ones(index))
    }
    if !right.isEmpty { product.append(try matrix(right, rows: index, columns: columns)) }
    return Form(.product(product), hasRows: !left.isEmpty, hasColumns: !right.isEmpty)
  }

  /// Σ_i u_i v_i = uᵀ v; any other number is 1ᵀ v, or vᵀ 1 where that is written with less.
  private func number(
    over index: Index, _ factors: [Expression]
  ) throws(VectorisationError) -> Form {
    let column: MatrixExpression
    if factors.count == 2 {
      let first = try matrix([factors[0]], rows: index, columns: nil)
      let second = try matrix([factors[1]], rows: index, columns: nil)
      column = .product([.transpose(first), second])
    } else {
      let vector = try matrix(factors, rows: index, columns: nil)
      column = .product([.transpose(.ones(index)), vector])
    }
    let row = MatrixExpression.product([
      try matrix(factors, rows: nil, columns: index), .ones(index),
    ])
    let isRow = row.tidied.transposeCount < column.tidied.transposeCount
    return Form(isRow ? row : column, hasRows: false, hasColumns: false)
  }

  private func matrix(
    _ factors: [Expression], rows: Index?, columns: Index?
  ) throws(VectorisationError) -> MatrixExpression {
    let rules = Vectorisation(rows: rows, columns: columns, exchanges: exchanges)
    return try rules.whole(Self.product(factors))
  }
}
