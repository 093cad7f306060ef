// The numbers of a line's side: one of a scalar, row after row of a matrix.

import Notation

extension Evaluation<Double> {
  /// The values of a formula where its free indices are assigned numbers. This is the one place
  /// where lines of matrices are evaluated.
  func values(of formula: Formula, at place: Assignment) throws(EvaluationError) -> [Double] {
    switch formula {
    case .scalar(let expression): return [try value(expression, place)]
    case .matrix(let matrix):
      guard let rows = try? value(of: matrix, at: place) else {
        throw .unknown(letter: "a matrix whose parts do not fit")
      }
      return rows.flatMap { $0 }
    }
  }
}

extension Formula {
  /// The entries of a left side that are derivatives, where they can be measured: in the order of
  /// `values(of:at:)`; `nil` for a side that is no derivative.
  func derivatives(
    on instance: Instance, at place: Assignment
  ) -> [(derivative: MeasurableDerivative, place: Assignment)]? {
    switch self {
    case .scalar(let left):
      return MeasurableDerivative(left, definitions: instance.definitions).map { [($0, place)] }
    case .matrix(.letter(let letter)):
      return MeasurableDerivative(letter.entry, definitions: instance.definitions).map {
        derivative in
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
    let own: Set<Index> =
      switch self {
      case .letter(let letter): letter.freeIndices
      case .constant(let value, _, _): value.freeIndices
      case .scaled(let factor, _): factor.freeIndices
      default: []
      }
    return parts.reduce(own) { $0.union($1.freeIndices) }
  }
}
