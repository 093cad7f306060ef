// Which cost is defined for which hypothesis, and why not.

import Nabla

/// A cost and a hypothesis.
struct CostPair {
  let cost: String
  let hypothesis: String
  /// Whether the cost has a value whatever the weights, with two outputs or more.
  let isDefined: Bool
  /// The same with a single output.
  let isDefinedForOneOutput: Bool
  /// What the cost needs of h and this hypothesis does not keep.
  let reason: String?

  init(_ cost: Cost, _ hypothesis: Hypothesis) {
    self.cost = cost.name
    self.hypothesis = hypothesis.name
    isDefined = cost.isDefined(for: hypothesis, outputs: 2)
    isDefinedForOneOutput = cost.isDefined(for: hypothesis, outputs: 1)
    let outputs = isDefined ? 1 : 2
    let broken = Cost.needs.filter { need in
      cost.slopes.keys.contains(need.part)
        && !Self.isDefined(need.part, for: hypothesis, outputs: outputs)
    }
    reason =
      isDefined && isDefinedForOneOutput || broken.isEmpty
      ? nil : broken.map(\.words).joined(separator: ", ")
  }

  private static func isDefined(
    _ part: Expression, for hypothesis: Hypothesis, outputs: Int
  ) -> Bool {
    guard let range = hypothesis.range(outputs: outputs) else { return false }
    return part.range(where: [Letter("h", node: .k): range]) != nil
      && hypothesis.jacobians[part] != nil
  }
}
