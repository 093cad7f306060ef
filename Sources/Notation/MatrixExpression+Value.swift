// Evaluating matrix formulas on an instance: matrix arithmetic, row by row.

import Numbers

extension Evaluation {
  /// The entries of a matrix formula, row by row; a column vector has one column, a number is 1 × 1.
  ///
  /// - Parameter place: the numbers of the indices that stay free, the m of a single example.
  /// - Throws: `ShapeError` where shapes don't fit; `EvaluationError` where an entry has no value.
  /// - Complexity: that of the matrix products from left to right, and every letter's entries once
  ///   for each time that it is written.
  public func value(of matrix: MatrixExpression, at place: Assignment) throws -> [[S]] {
    _ = try matrix.shape
    return try entries(matrix, place)
  }

  private func entries(
    _ matrix: MatrixExpression, _ place: Assignment
  ) throws(EvaluationError) -> [[S]] {
    func of(_ part: MatrixExpression) throws(EvaluationError) -> [[S]] {
      try entries(part, place)
    }
    switch matrix {
    case .letter(let letter): return try entries(of: letter, place)
    case .constant(let number, let rows, let columns):
      return filled(rows, columns, with: try value(number, place), place)
    case .ones(let rows, let columns): return filled(rows, columns, with: .one, place)
    case .scaled(let number, let a):
      let factor = try value(number, place)
      return Self.map(try of(a)) { factor * $0 }
    case .sum(let terms): return try combined(terms, place, +)
    case .hadamard(let factors): return try combined(factors, place, *)
    case .negative(let a): return Self.map(try of(a)) { -$0 }
    case .product(let factors):
      var product = try of(factors[0])
      for factor in factors.dropFirst() { product = Self.product(product, try of(factor)) }
      return product
    case .quotient(let a, let b): return try combined([a, b], place, /)
    case .power(let a, let n): return Self.map(try of(a)) { S.power($0, n) }
    case .function(let function, let a): return Self.map(try of(a)) { function.value($0) }
    case .max(let a, let b, let tie):
      return try combined([a, b], place) { first, second in
        let takesSecond =
          second.real > first.real || tie == .second && second.real == first.real
        return takesSecond ? second : first
      }
    case .bracket(let a, let relation, let b):
      return try combined([a, b], place) { S(relation.holds($0.real, $1.real) ? 1 : 0) }
    case .transpose(let a): return Self.transpose(try of(a))
    case .diagonal(let a):
      let vector = try of(a)
      return vector.indices.map { row in
        vector.indices.map { $0 == row ? vector[row][0] : .zero }
      }
    case .call(let name, let primes, let a): return try called(name, primes: primes, a, place)
    }
  }

  // MARK: - Letters and numbers

  private func entries(
    of letter: MatrixLetter, _ place: Assignment
  ) throws(EvaluationError) -> [[S]] {
    var rows: [[S]] = []
    for row in positions(letter.rows?.range, place) {
      var entries: [S] = []
      for column in positions(letter.columns?.range, place) {
        var entry = place
        if let index = letter.rows { entry.indices[index] = row }
        if let index = letter.columns { entry.indices[index] = column }
        entries.append(try value(letter.entry, entry))
      }
      rows.append(entries)
    }
    return rows
  }

  private func filled(
    _ rows: Index.Range?, _ columns: Index.Range?, with number: S, _ place: Assignment
  ) -> [[S]] {
    positions(rows, place).map { _ in positions(columns, place).map { _ in number } }
  }

  /// The numbers that rows or columns are counted by: only 1 where there is no index.
  private func positions(_ range: Index.Range?, _ place: Assignment) -> ClosedRange<Int> {
    range.map { instance.values(of: $0, current: place.current) } ?? 1...1
  }

  /// g(Z), and g′(Z) by dual numbers, entry by entry.
  private func called(
    _ name: String, primes: Int, _ argument: MatrixExpression, _ place: Assignment
  ) throws(EvaluationError) -> [[S]] {
    let layer = argument.layerOfLetter.map { instance.number(of: $0, current: place.current) }
    guard let function = instance.functions[Instance.Entry(name, layer: layer)] else {
      throw .unknown(letter: name)
    }
    guard primes < 2 else { throw .nested(derivative: "\(name)′") }
    let z = Instance.Entry("z")
    let formula = primes == 0 ? function : .partial(function, by: Letter("z"))
    var rows: [[S]] = []
    for row in try entries(argument, place) {
      var values: [S] = []
      for number in row {
        // A letter is given as a Double; the nudge carries any number.
        let inner = Evaluation(
          Instance(name: instance.name, given: [z: 0]), nudging: z, by: number)
        values.append(try inner.value(formula, Assignment(current: 1)))
      }
      rows.append(values)
    }
    return rows
  }

  // MARK: - Arithmetic

  private func combined(
    _ parts: [MatrixExpression], _ place: Assignment, _ operation: (S, S) -> S
  ) throws(EvaluationError) -> [[S]] {
    var result = try entries(parts[0], place)
    for part in parts.dropFirst() {
      let other = try entries(part, place)
      result = zip(result, other).map { zip($0, $1).map(operation) }
    }
    return result
  }

  private static func map(_ matrix: [[S]], _ change: (S) -> S) -> [[S]] {
    matrix.map { $0.map(change) }
  }

  private static func product(_ a: [[S]], _ b: [[S]]) -> [[S]] {
    a.map { row in
      b[0].indices.map { column in
        row.indices.reduce(S.zero) { $0 + row[$1] * b[$1][column] }
      }
    }
  }

  private static func transpose(_ a: [[S]]) -> [[S]] {
    a[0].indices.map { column in a.map { $0[column] } }
  }
}
