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
    let verdict: Verdict = isRight ? .right : .wrong
    func isThat(_ value: Bounded?) -> Bool {
      guard let value else { return false }
      return (claimed - value.value).magnitude <= precision.costAllowance(value, claimed: claimed)
    }
    let other =
      isRight
      ? nil
      : Cost.all.first {
        $0 != network.cost && isThat(Self.value(of: network, batch, cost: $0))
      }
    self.init(
      claimed: claimed, expected: expected.value, bound: bound, verdict: verdict,
      explanation: isRight
        ? nil : Self.explanation(expected, network, batch, other: other, isThat: isThat),
      otherCost: other)
  }

  /// A factor first: 2, ½, M, 1/M; then another cost of the list; then a penalty left out, or a file whose
  /// weights stand as (in, out).
  private static func explanation(
    _ expected: Bounded, _ network: Network, _ batch: Batch, other: Cost?,
    isThat: (Bounded?) -> Bool
  ) -> Explanation? {
    let M = Double(batch.count)
    for factor in [2, 0.5, M, 1 / M] where factor != 1 && isThat(Bounded(factor) * expected) {
      return .factor(factor)
    }
    if let other { return .otherCost(other) }
    if !network.penalty.isNone,
      isThat(value(of: network.with(penalty: Penalty.none), batch, cost: network.cost))
    {
      return .penaltyMissing
    }
    // Of other sizes, a transposed matrix does not fit, and the file was refused.
    if Set(network.sizes).count == 1 {
      var parameters = network.parameters
      parameters.weights = parameters.weights.map(\.transposed)
      if isThat(value(of: network.with(parameters: parameters), batch, cost: network.cost)) {
        return .weightsTransposed
      }
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
