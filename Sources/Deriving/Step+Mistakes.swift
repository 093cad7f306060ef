// What a line would be if somebody broke its rule.

import Notation

/// A line with a typical mistake in it.
public struct MistakenLine: Sendable {
  public let mistake: Rule.Mistake
  /// The whole line as somebody writes it who makes the mistake.
  public let equation: Equation
}

extension Step {
  /// The line with each typical mistake of its rule, made in the first of its changes in which it can
  /// be made; only those that change the line.
  public var mistakenLines: [MistakenLine] {
    guard let origin else { return [] }
    return rule.mistakes.compactMap { mistake in
      for (position, change) in changes.enumerated() {
        guard let wrong = mistake.wrong(change.before, change.after, origin.context) else {
          continue
        }
        var all = changes
        all[position] = Change(before: change.before, after: wrong)
        guard let right = rewritten(all), .scalar(right) != equation.right else { continue }
        return MistakenLine(
          mistake: mistake,
          equation: Equation(equation.left, .scalar(right), relation: equation.relation))
      }
      return nil
    }
  }
}

extension Rule {
  /// The example and what the rule makes of it, where the rule needs to know nothing else.
  public var exampleLine: Equation? {
    rewrites(example, RuleContext()).first.map { Equation(example, $0) }
  }
}
