// A derivation in the making: its lines are numbered as they come.

import Notation

/// Numbered lines, and what is still to be said about each.
struct Draft {
  private(set) var steps: [Step] = []
  /// What is to be said about something that a line needs.
  let judge: (Condition.Statement) -> Condition?

  init(judging judge: @escaping (Condition.Statement) -> Condition? = { _ in nil }) {
    self.judge = judge
  }

  var nextID: String { "\(steps.count + 1)" }

  /// A line that says what a letter stands for.
  @discardableResult
  mutating func define(_ definition: Definition) -> String {
    state(
      .letter(definition.letter), definition.value.tidied, rule: .definition,
      reason: definition.name,
      relation: .defined)
  }

  /// A line that stands for itself.
  @discardableResult
  mutating func state(
    _ left: Expression, _ right: Expression, rule: Rule, reason: String, uses: [String] = [],
    needing needs: [Condition.Statement] = [], relation: Equation.Relation = .equal
  ) -> String {
    append(
      Equation(left, right, relation: relation), nil, rule, reason, uses, [],
      needs.compactMap(judge), [], true)
  }

  /// A line of whole matrices.
  @discardableResult
  mutating func state(
    _ left: MatrixExpression, _ right: MatrixExpression, reason: String, previous: String
  ) -> String {
    append(Equation(left, right), previous, .vectorising, reason, [], [], [], [], false)
  }

  /// The lines of a chain, its groups numbered; the number of the last one.
  ///
  /// - Parameter previous: the line that the chain starts from, if its left side is not new.
  @discardableResult
  mutating func add(_ chain: Chain, from previous: String? = nil) -> String {
    var chain = chain
    chain.endLine()
    var previous = previous
    var start = 0
    for end in chain.ends {
      let id = nextID
      var substeps: [Step] = []
      for (position, entry) in chain.entries[start..<end].enumerated() {
        let isLast = start + position == end - 1
        let own = isLast ? id : id + Self.letters(position)
        let step = Step(
          id: own, equation: Equation(chain.left, entry.right), previous: previous,
          rule: entry.rule, reason: entry.reason, uses: entry.uses, changes: entry.changes,
          conditions: entry.needs.compactMap { judge($0)?.weakened(for: entry, of: chain.left) },
          substeps: isLast ? substeps : [],
          isFresh: previous == nil, origin: entry.origin)
        if isLast { steps.append(step) } else { substeps.append(step) }
        previous = own
      }
      start = end
    }
    return steps.last?.id ?? ""
  }

  private mutating func append(
    _ equation: Equation, _ previous: String?, _ rule: Rule, _ reason: String, _ uses: [String],
    _ changes: [Step.Change], _ conditions: [Condition], _ substeps: [Step], _ isFresh: Bool
  ) -> String {
    let id = nextID
    steps.append(
      Step(
        id: id, equation: equation, previous: previous, rule: rule, reason: reason, uses: uses,
        changes: changes, conditions: conditions, substeps: substeps, isFresh: isFresh, origin: nil)
    )
    return id
  }

  /// a, b, … z, aa, …
  private static func letters(_ position: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(97 + position % 26)))
    return position < 26 ? letter : letters(position / 26 - 1) + letter
  }
}
