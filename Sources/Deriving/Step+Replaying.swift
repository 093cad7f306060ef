// Replaying a line: its rule used again on the line before must give it.

import Notation

extension Step {
  /// Whether the rule, used again, gives the line: every change is one that it offers, and the changes
  /// together are the line.
  var isReplayed: Bool {
    guard let origin, case .scalar(let right) = equation.right else { return changes.isEmpty }
    return changes.allSatisfy { change in
      rule.rewrites(change.before, origin.context).contains(change.after)
    } && rewritten(changes) == right
  }

  /// The line that other changes would have given, of the expression that the rule was used on.
  func rewritten(_ changes: [Change]) -> Expression? {
    guard let origin else { return nil }
    let table = Dictionary(changes.map { ($0.before, $0.after) }) { first, _ in first }
    return origin.expression.replacing(table).tidied
  }
}
