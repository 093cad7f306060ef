// The numbers of a line's side: one of a scalar, row after row of a matrix.

import Notation

extension Evaluation<Double> {
  /// The values of a formula where its free indices are assigned numbers. This is the one place
  /// where lines of matrices are evaluated.
  func values(of formula: Formula, at place: Assignment) throws(EvaluationError) -> [Double] {
    switch formula {
    case .scalar(let expression): return [try value(expression, place)]
    case .matrix(.letter(let letter)):
      return try letter.places(on: instance, place).map { next throws(EvaluationError) in
        try value(letter.entry, next)
      }
    case .matrix:
      // MATRICES: `value(of:at:)` of a matrix formula belongs here, its rows one after the other.
      throw .unknown(letter: "matrix")
    }
  }
}

extension Formula {
  /// The entries of a left side that are derivatives, where they can be measured: in the order of
  /// `values(of:at:)`; `nil` for a side that is no derivative.
  func derivatives(
    on instance: Instance, at place: Assignment
  ) -> [(derivative: Derivative, place: Assignment)]? {
    switch self {
    case .scalar(let left):
      return Derivative(left, definitions: instance.definitions).map { [($0, place)] }
    case .matrix(.letter(let letter)):
      return Derivative(letter.entry, definitions: instance.definitions).map { derivative in
        letter.places(on: instance, place).map { (derivative, $0) }
      }
    case .matrix: return nil
    }
  }

  /// What the values depend on: the example of z^(ℓ)(m), the indices of a scalar.
  var freeIndices: Set<Index> {
    switch self {
    case .scalar(let expression): expression.freeIndices
    case .matrix(let matrix): matrix.freeIndices
    }
  }

  func isSame(as other: Formula) -> Bool {
    if case (.scalar(let a), .scalar(let b)) = (self, other) { return a.isSame(as: b) }
    return self == other
  }
}

extension MatrixLetter {
  /// Where its entries are, row after row.
  func places(on instance: Instance, _ place: Assignment) -> [Assignment] {
    [rows, columns].compactMap { $0 }.reduce([place]) { places, index in
      places.flatMap { place in
        instance.values(of: index.range, current: place.current).map { position in
          var next = place
          next.indices[index] = position
          return next
        }
      }
    }
  }

  fileprivate var freeIndices: Set<Index> {
    entry.freeIndices.subtracting([rows, columns].compactMap { $0 })
  }
}

extension MatrixExpression {
  fileprivate var freeIndices: Set<Index> {
    switch self {
    case .letter(let letter): letter.freeIndices
    case .constant(let value, _, _): value.freeIndices
    case .ones: []
    case .scaled(let factor, let a): factor.freeIndices.union(a.freeIndices)
    case .sum(let parts), .product(let parts), .hadamard(let parts):
      parts.reduce(into: []) { $0.formUnion($1.freeIndices) }
    case .negative(let a), .power(let a, _), .function(_, let a), .call(_, _, let a),
      .transpose(let a):
      a.freeIndices
    case .quotient(let a, let b), .max(let a, let b, _), .bracket(let a, _, let b):
      a.freeIndices.union(b.freeIndices)
    }
  }
}
