// Which parts of two lines are pointed at: what changes in the first, what is new in the second.

import Deriving
import Notation

/// The expressions that a step replaces, as far as they stand in the two lines as such.
///
/// A side is empty where one of its parts cannot be told from what is around it: there, all that
/// differs from the other line is pointed at.
struct ChangedParts {
  private(set) var before: Set<Expression> = []
  private(set) var after: Set<Expression> = []

  init(from previous: Step, to step: Step) {
    guard case .scalar(let old) = previous.equation.right,
      case .scalar(let new) = step.equation.right
    else { return }
    before = Self.found(step.changes.map(\.before), in: old, butNotIn: nil) ?? []
    after = Self.found(step.changes.map(\.after), in: new, butNotIn: old) ?? []
  }

  private static func found(
    _ parts: [Expression], in whole: Expression, butNotIn other: Expression?
  ) -> Set<Expression>? {
    var all: Set<Expression> = []
    for part in parts {
      guard let found = found(part, in: whole, butNotIn: other) else { return nil }
      all.formUnion(found)
    }
    return all
  }

  /// The expression itself where it stands there; else, where it was multiplied or added into what is
  /// around it, its factors or terms, if all stand there. A letter that was there before is not new.
  private static func found(
    _ part: Expression, in whole: Expression, butNotIn other: Expression?
  ) -> [Expression]? {
    if whole.contains(part) {
      let isOld = part.parts.isEmpty && other?.contains(part) ?? false
      return isOld || part.isNumeral ? nil : [part]
    }
    switch part {
    case .product(let parts), .sum(let parts):
      let known = parts.filter { !$0.isNumeral }
      if known.isEmpty { return nil }
      return known.reduce([]) { all, part in
        guard let all, let more = found(part, in: whole, butNotIn: other) else { return nil }
        return all + more
      }
    case .negative(let inner): return found(inner, in: whole, butNotIn: other)
    default: return nil
    }
  }
}

extension Expression {
  /// A number by itself stands in many places, and says little.
  fileprivate var isNumeral: Bool {
    if case .number = self { true } else { false }
  }
}
