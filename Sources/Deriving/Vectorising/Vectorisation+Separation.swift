// A factor with three indices, those of the rows, the columns and the sum, is no matrix. What it is
// made of may be: sums are multiplied out, and sums over two indices change places.

import Notation

extension Vectorisation {
  /// The sum over the index of the factors, after the factor at `place` has been taken apart.
  func separated(
    _ factors: [Expression], at place: Int, over index: Index
  ) throws(VectorisationError) -> Form {
    func sum(with part: [Expression]) -> Expression {
      let all = factors[..<place] + part + factors[(place + 1)...]
      return .summation(index, excluding: nil, Self.product(Array(all)))
    }
    switch factors[place] {
    case .sum(let terms): return try form(.sum(terms.map { sum(with: [$0]) }))
    case .quotient(.sum(let terms), let b):
      return try form(.sum(terms.map { sum(with: [.quotient($0, b)]) }))
    case .power(.sum(let terms), 2): return try form(sum(with: [.sum(terms), .sum(terms)]))
    case .product(let parts): return try form(sum(with: parts))
    case .summation(let bound, nil, .sum(let terms)):
      return try form(.sum(terms.map { sum(with: [.summation(bound, excluding: nil, $0)]) }))
    case .summation(let bound, nil, let body):
      var others = factors
      others.remove(at: place)
      if let exchanged = exchanged(bound, body, with: others, over: index) {
        let rules = Vectorisation(rows: rows, columns: columns, exchanges: exchanges - 1)
        return try rules.form(exchanged)
      }
    default: break
    }
    throw VectorisationError(factors[place], .threeIndices(summed: index))
  }

  /// Σ_s u_s Σ_t v_t w_st = Σ_t v_t Σ_s u_s w_st.
  private func exchanged(
    _ bound: Index, _ body: Expression, with others: [Expression], over index: Index
  ) -> Expression? {
    let taken = others.reduce(body.allIndices) { $0.union($1.allIndices) }
      .union([rows, columns, index].compactMap { $0 })
    let fresh = bound.fresh(avoiding: taken)
    let renamed = body.substituting(bound, by: fresh)
    let (inside, outside) = split(factors(of: renamed, under: fresh), by: index)
    guard exchanges > 0, !outside.isEmpty else { return nil }
    let inner = Expression.summation(index, excluding: nil, Self.product(others + inside))
    return .summation(fresh, excluding: nil, Self.product(outside + [inner]))
  }
}
