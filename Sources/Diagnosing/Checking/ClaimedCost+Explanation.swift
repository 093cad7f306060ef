// A claimed cost, and what explains one that is not J.

import Deriving
import GradientChecking
import NetworkModel
import Numbers
import WorkedExamples

extension ClaimedCost {
  /// Judges a claimed cost.
  init(
    _ claimed: Double, _ precision: ClaimPrecision, _ expected: Bounded, _ network: Network,
    _ batch: Batch
  ) {
    let bound = precision.costAllowance(expected, claimed: claimed)
    let isRight = (claimed - expected.value).magnitude <= bound
    self.init(
      claimed: claimed, expected: expected.value, bound: bound, verdict: isRight ? .right : .wrong,
      explanation: isRight
        ? nil : Self.explanation(of: claimed, precision, expected, network, batch))
  }

  /// A factor first: 2, ½, M, 1/M; then another cost of the list; then a penalty left out.
  private static func explanation(
    of claimed: Double, _ precision: ClaimPrecision, _ expected: Bounded, _ network: Network,
    _ batch: Batch
  ) -> Explanation? {
    func isThat(_ value: Bounded) -> Bool {
      (claimed - value.value).magnitude <= precision.costAllowance(value, claimed: claimed)
    }
    let M = Double(batch.count)
    for factor in [2, 0.5, M, 1 / M] where factor != 1 && isThat(Bounded(factor) * expected) {
      return .factor(factor)
    }
    for cost in Cost.all where cost != network.cost {
      if let value = value(of: network, batch, cost: cost), isThat(value) {
        return .otherCost(cost)
      }
    }
    if !network.penalty.isNone,
      let value = value(of: network.with(penalty: Penalty.none), batch, cost: network.cost),
      isThat(value)
    {
      return .penaltyMissing
    }
    return nil
  }

  /// J of a network with some cost; `nil` where the cost has no value at its hypothesis.
  private static func value(of network: Network, _ batch: Batch, cost: Cost) -> Bounded? {
    guard cost.isDefined(for: network.hypothesis, outputs: network.outputs) else { return nil }
    let other = Network(
      sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: cost, penalty: network.penalty,
      parameters: network.parameters)
    guard let equations = try? NetworkEquations(other, batch) else { return nil }
    var run = EquationRun(other, batch)
    var last: LetterTable.Entry?
    for equation in equations.forward { last = try? run.run(equation) }
    return last?.values[0]
  }
}

extension ClaimPrecision {
  /// A cost is often printed with fewer digits than the gradients: seven are asked for.
  fileprivate func costAllowance(_ exact: Bounded, claimed: Double) -> Double {
    max(allowance(exact, claimed: claimed), 5e-7 * exact.value.magnitude)
  }
}
