// Carrying out derivatives: linearity first, then the rule for what stands there, then the index.

import Notation

extension Chain {
  /// Carries out every derivative in the line, each rule in all places at once.
  ///
  /// - Throws: `.stuck` where a derivative is left that no rule applies to.
  mutating func differentiate() throws(DerivingError) {
    let order: [Rule] = [
      .elementary, .linearity, .independence, .sifting, .productRule, .quotientRule, .powerRule,
      .exponential, .logarithm, .namedFunction, .maximum, .bracket, .definition,
    ]
    var budget = 60
    while right.contains(where: \.isUndone) || right.contains(where: \.isSiftable) {
      budget -= 1
      guard budget > 0, order.contains(where: { use(differentiating: $0) }) else {
        throw .stuck(expression: "\(right)", rule: "derivative")
      }
    }
  }

  /// Uses a rule, but rewrites nothing that is not differentiated.
  private mutating func use(differentiating rule: Rule) -> Bool {
    switch rule.id {
    case Rule.elementary.id:
      // Only a function that is differentiated itself is opened.
      guard right.contains(where: \.isUndoneAbbreviation) else { return false }
      return use(rule)
    case Rule.definition.id:
      return use(rule) { before, offered in before.isUndone ? offered.first : nil }
    default: return use(rule)
    }
  }
}

/// Why a derivation could not be found.
public enum DerivingError: Error, Hashable, Sendable {
  /// No rule leads on from an expression.
  case stuck(expression: String, rule: String)
  /// The pair has no cost: a logarithm of something that can be 0 or negative.
  case undefined(cost: String, hypothesis: String)
  /// A formula without a matrix form.
  case noMatrixForm(expression: String)
}

extension Expression {
  /// Whether this is a derivative that is not carried out.
  var isUndone: Bool {
    if case .partial = self { return true }
    return false
  }

  fileprivate var isUndoneAbbreviation: Bool {
    guard case .partial(.function(let f, let u), _) = self else { return false }
    return f.definition(of: u) != nil
  }

  /// Whether this is a sum of which a bracket leaves one term.
  var isSiftable: Bool { !Rule.sifting.rewrites(self, RuleContext()).isEmpty }
}
