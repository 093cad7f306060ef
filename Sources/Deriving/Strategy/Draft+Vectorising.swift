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
    previous
  }
}
