// Which parts of two lines are pointed at: what changes in the first, what is new in the second.

import Deriving
import Notation

/// The expressions that a step replaces, as far as they stand in the two lines as such.
struct ChangedParts {
  private(set) var before: Set<Expression> = []
  private(set) var after: Set<Expression> = []

  init(from previous: Step, to step: Step) {
    guard case .scalar(let old) = previous.equation.right,
      case .scalar(let new) = step.equation.right
    else { return }
    for change in step.changes {
      before.formUnion(Self.found(change.before, in: old))
      after.formUnion(Self.found(change.after, in: new))
    }
  }

  /// The expression itself where it stands there; else, where it was multiplied or added into what is
  /// around it, its factors or terms, if all stand there.
  private static func found(_ part: Expression, in whole: Expression) -> [Expression] {
    if whole.contains(part) { return [part] }
    switch part {
    case .product(let parts), .sum(let parts):
      let known = parts.filter { !$0.isNumeral }
      return !known.isEmpty && known.allSatisfy { whole.contains($0) } ? known : []
    case .negative(let inner): return found(inner, in: whole)
    default: return []
    }
  }
}

extension Expression {
  /// A number by itself stands in many places, and says little.
  fileprivate var isNumeral: Bool {
    if case .number = self { true } else { false }
  }
}
