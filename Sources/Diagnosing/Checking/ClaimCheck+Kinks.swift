// Kinks: a right claim may take other sides than the network file's convention.

import GradientChecking
import NetworkModel
import Notation
import Numbers

extension ClaimCheck {
  /// The warning for a claim that is right with other sides of the kinks at which the network stands, or
  /// so near that a claim of this precision can have met them on the other side.
  func otherSides(_ claim: Claim, _ expected: ExpectedGradient) -> ClaimWarning? {
    let engine = subject.engines[0]
    let pass = engine.engine.forward(holding: nil)
    var seen: Set<Kink> = []
    let kinks = (pass.kinks + nearKinks(claim.precision, expected)).filter {
      seen.insert($0).inserted
    }
    guard let first = kinks.first else { return nil }
    let numbers = ClaimedNumbers(claim: claim, errorFactor: 1)
    for sides in pass.sides.others(at: kinks, in: subject.network, subject.batch) {
      let other = engine.bounding.forward(holding: sides)
      let gradient = engine.bounding.gradients(other).gradient
      let isThat = gradient.weights.range.allSatisfy { l in
        numbers.agree(claim.gradient.weights[l].entries, gradient.weights[l].entries)
          && numbers.agree(claim.gradient.biases[l], gradient.biases[l])
      }
      if isThat { return .otherSides(first: first, count: kinks.count) }
    }
    return nil
  }

  /// The nodes whose z is 0 as far as the claim's precision goes, where g or h has a kink.
  private func nearKinks(_ precision: ClaimPrecision, _ expected: ExpectedGradient) -> [Kink] {
    let network = subject.network
    return (2...network.lastLayer).flatMap { l -> [Kink] in
      let formula =
        l < network.lastLayer ? network.activations[l].definition : network.hypothesis.definition
      guard formula.kinkCount > 0 else { return [] }
      let z = Letter("z", nodes: [.i], layer: .number(l), example: .m)
      let values = expected.run.value(of: z)?.values ?? []
      return values.indices.compactMap { n in
        let allowance = precision.computed.allowance(values[n], claimed: values[n].value)
        guard values[n].value.magnitude <= allowance else { return nil }
        let (i, m) = n.quotientAndRemainder(dividingBy: subject.batch.count)
        return .node(layer: l, i: i + 1, example: m + 1)
      }
    }
  }
}

extension ClaimPrecision {
  /// The precision in which the numbers were computed: written digits say nothing of that.
  fileprivate var computed: ClaimPrecision {
    switch self {
    case .single: .single
    case .double, .written: .double
    }
  }
}
