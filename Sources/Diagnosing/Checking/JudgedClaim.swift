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
  /// digits are claimed. What these call wrong is judged within the bounds that somebody else's forms and
  /// the claim's precision ask for.
  init(_ claim: Claim, _ check: CheckReport, _ expected: ExpectedGradient) {
    self.claim = claim
    let close = Self.comparisons(claim, .double, check, expected.close)
    parameters =
      close.allSatisfy { $0.verdict != .wrong }
      ? close : Self.comparisons(claim, claim.precision, check, expected.gradient)
    verdict = .of(parameters.lazy.map(\.verdict))
    wrong = parameters.count { $0.verdict == .wrong }
  }

  private static func comparisons(
    _ claim: Claim, _ precision: ClaimPrecision, _ check: CheckReport,
    _ expected: Parameters<Bounded>
  ) -> [Comparison] {
    check.parameters.map { own in
      let claimed = claim.gradient[own.coordinate]
      let allowance = precision.allowance(expected[own.coordinate], claimed: claimed)
      return Comparison(
        claimed: claimed, claimRounding: allowance, own.measurement, scale: own.scale,
        usefulShare: precision.usefulShare)
    }
  }
}
