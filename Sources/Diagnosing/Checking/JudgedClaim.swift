// One reading of a claim beside what was measured.

import GradientChecking
import NetworkModel
import Numbers

/// The comparisons of one reading of a claim.
struct JudgedClaim: Sendable {
  let claim: Claim
  /// Every measured parameter.
  let parameters: [Comparison]
  let verdict: Verdict
  /// How many of them are wrong.
  let wrong: Int

  /// Within the closest bounds first: a number that agrees to the last digits is right, however few
  /// digits are claimed. What these call wrong is judged within what single precision usually leaves; and
  /// what that calls wrong within the bounds that somebody else's forms and the precision ask for at worst.
  init(_ claim: Claim, _ check: CheckReport, _ expected: ExpectedGradient) {
    self.claim = claim
    let precision = claim.precision
    var comparisons = Self.comparisons(claim, check, .double) { own, claimed in
      ClaimPrecision.double.allowance(expected.close[own.coordinate], claimed: claimed)
    }
    if comparisons.contains(where: { $0.verdict == .wrong }) {
      comparisons = Self.comparisons(claim, check, precision) { own, claimed in
        precision.usualAllowance(scale: own.scale, claimed: claimed) ?? 0
      }
    }
    if comparisons.contains(where: { $0.verdict == .wrong }) {
      comparisons = Self.comparisons(claim, check, precision) { own, claimed in
        precision.allowance(expected.gradient[own.coordinate], claimed: claimed)
      }
    }
    parameters = comparisons
    let unmeasured = Self.wrongUnmeasured(claim, check, expected)
    verdict = unmeasured > 0 ? .wrong : .of(parameters.lazy.map(\.verdict))
    wrong = parameters.count { $0.verdict == .wrong } + unmeasured
  }

  /// How many numbers that no sample has measured are not what the equations give.
  private static func wrongUnmeasured(
    _ claim: Claim, _ check: CheckReport, _ expected: ExpectedGradient
  ) -> Int {
    if check.seed == nil { return 0 }
    let measured = Set(check.parameters.map(\.coordinate))
    let (scales, precision) = (expected.scales, claim.precision)
    return claim.gradient.coordinates.count { coordinate in
      if measured.contains(coordinate) { return false }
      let (claimed, right) = (claim.gradient[coordinate], expected.gradient[coordinate])
      let scale = scales[coordinate.block] ?? 0
      let usual = precision.usualAllowance(scale: scale, claimed: claimed) ?? 0
      let allowance = max(usual, precision.allowance(right, claimed: claimed))
      return !((claimed - right.value).magnitude <= allowance)
    }
  }

  private static func comparisons(
    _ claim: Claim, _ check: CheckReport, _ precision: ClaimPrecision,
    allowing allowance: (_ own: Comparison, _ claimed: Double) -> Double
  ) -> [Comparison] {
    check.parameters.map { own in
      let claimed = claim.gradient[own.coordinate]
      return Comparison(
        claimed: claimed, claimRounding: allowance(own, claimed), own.measurement,
        scale: own.scale, usefulShare: precision.usefulShare)
    }
  }
}

extension Coordinate {
  /// The block that a derivative stands in.
  fileprivate var block: ClaimBlock {
    switch self {
    case .weight(let l, _, _): ClaimBlock(.weights, layer: l)
    case .bias(let l, _): ClaimBlock(.biases, layer: l)
    case .weightedInput(let l, _, _): ClaimBlock(.error, layer: l)
    }
  }
}
