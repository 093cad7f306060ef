// A fraction as people write it.

import Notation

extension Factors {
  /// A fraction, its sign in front.
  static func fraction(_ above: Expression, _ below: Expression) -> Expression {
    if case .negative(let a) = above { return .negative(.quotient(a, below)) }
    return above == 0 ? 0 : .quotient(above, below)
  }
}
