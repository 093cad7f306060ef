// Lines in the making: one left side, and what its right side becomes rule by rule.

import Notation

/// A left side, the rules used so far, and the right side as it is now.
struct Chain {
  let left: Expression
  private(set) var right: Expression
  var context: RuleContext
  private(set) var entries: [Entry] = []
  /// After how many entries a numbered line ends; what lies between are its substeps.
  private(set) var ends: [Int] = []
  /// Whether every use of a rule is a numbered line.
  var isLineByLine = false

  /// One use of one rule.
  struct Entry {
    let right: Expression
    let rule: Rule
    var reason: String
    var uses: [String]
    let changes: [Step.Change]
    let needs: [Condition.Statement]
    let origin: Step.Origin
  }

  /// - Parameter right: where to start; the left side itself, if nothing else is given.
  init(
    _ left: Expression, from right: Expression? = nil, context: RuleContext,
    lineByLine: Bool = false
  ) {
    isLineByLine = lineByLine
    self.left = left
    self.right = right ?? left
    self.context = context
  }

  /// Uses a rule in every place where it applies, from the outside in; `false` where it does nowhere.
  ///
  /// - Parameter choosing: which of the offered expressions to take, or none.
  @discardableResult
  mutating func use(
    _ rule: Rule, reason: String? = nil, uses: [String] = [],
    needing statements: [Condition.Statement] = [],
    choosing: (_ before: Expression, _ offered: [Expression]) -> Expression? = { $1.first }
  ) -> Bool {
    context.taken = left.freeIndices.union(right.allIndices)
    var changes: [Step.Change] = []
    var needs = statements
    func rewritten(_ expression: Expression) -> Expression {
      let offered = rule.rewrites(expression, context)
      if !offered.isEmpty, let after = choosing(expression, offered) {
        let change = Step.Change(before: expression, after: after)
        if !changes.contains(change) { changes.append(change) }
        for need in rule.needs(expression, context) where !needs.contains(need) {
          needs.append(need)
        }
        return after
      }
      return expression.mappingParts(rewritten)
    }
    let next = rewritten(right).tidied
    guard !changes.isEmpty, next != right else { return false }
    let origin = Step.Origin(expression: right, context: context)
    right = next
    entries.append(
      Entry(
        right: next, rule: rule, reason: reason ?? self.reason(for: rule, changes), uses: uses,
        changes: changes,
        needs: needs, origin: origin))
    if isLineByLine { endLine() }
    return true
  }

  /// Ends a numbered line here: what came since the last one are its substeps.
  mutating func endLine() {
    if entries.count > (ends.last ?? 0) { ends.append(entries.count) }
  }

  /// What stands beside a line: the rule's name, or more where more is known.
  private func reason(for rule: Rule, _ changes: [Step.Change]) -> String {
    switch (rule.id, changes[0].before) {
    case (Rule.definition.id, .partial(.letter(let letter), _)),
      (Rule.definition.id, .letter(let letter)):
      context.definition(of: letter)?.name ?? rule.name
    case (Rule.recognition.id, _) where context.definitions.count == 1:
      "\(context.definitions[0].name), read backwards"
    case (Rule.assumption.id, let sum):
      context.assumptions.first { $0.right(for: sum) != nil }?.name ?? rule.name
    case (Rule.namedFunction.id, .partial(.call(let name, _, _), _)): "derivative of \(name)"
    case (Rule.independence.id, _) where changes.contains(where: \.isOfMultiple):
      "linearity and independence"
    default: rule.name
    }
  }
}

extension Step.Change {
  /// Whether it is the derivative of a multiple of a letter: ∂(−z)/∂z.
  fileprivate var isOfMultiple: Bool {
    guard case .partial(let inner, _) = before else { return false }
    if case .letter = inner { return false }
    return inner.multiple != nil
  }
}
