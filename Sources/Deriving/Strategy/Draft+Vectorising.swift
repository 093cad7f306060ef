// The last lines of a derivation: the same for all free indices at once.

import Notation

extension Draft {
  /// Which matrix lines are written.
  enum Scope {
    /// One example, then the batch.
    case both
    /// For one example: columns are left out.
    case example
    /// For the batch.
    case batch
    /// A line whose columns do not count examples.
    case whole
  }

  /// The line for one example as vectors (where the columns count examples), and for all as matrices.
  ///
  /// - Returns: the number of the last line.
  @discardableResult
  mutating func vectorise(
    _ left: Expression, _ right: Expression, rows: Index, columns: Index?, from previous: String,
    _ scope: Scope = .both
  ) throws(DerivingError) -> String {
    var id = previous
    if scope == .both || scope == .example {
      id = try state(left, right, rows, nil, "all \(rows.name) at once: vectors", previous)
    }
    if scope != .example {
      let reason =
        scope == .whole
        ? "all \([rows, columns].compactMap { $0?.name }.joined(separator: " and ")) at once"
        : "all examples at once: matrices"
      id = try state(left, right, rows, columns, reason, previous)
    }
    return id
  }

  private mutating func state(
    _ left: Expression, _ right: Expression, _ rows: Index, _ columns: Index?, _ reason: String,
    _ previous: String
  ) throws(DerivingError) -> String {
    do {
      return state(
        try Vectorisation.vectorised(left, rows: rows, columns: columns),
        try Vectorisation.vectorised(right, rows: rows, columns: columns), reason: reason,
        previous: previous)
    } catch {
      throw .noMatrixForm(expression: "\(error.expression)")
    }
  }
}
