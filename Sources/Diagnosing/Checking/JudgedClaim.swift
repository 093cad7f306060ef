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

  init(_ claim: Claim, _ check: CheckReport, _ expected: ExpectedGradient) {
    self.claim = claim
    // What every number agrees with to the last digits is right, however few digits are written.
    let exact = Self.comparisons(claim, .double, check, expected)
    let isExact = exact.allSatisfy { $0.verdict != .wrong }
    parameters =
      isExact || claim.precision == .double
      ? exact : Self.comparisons(claim, claim.precision, check, expected)
    verdict = .of(parameters.lazy.map(\.verdict))
    wrong = parameters.count { $0.verdict == .wrong }
  }

  private static func comparisons(
    _ claim: Claim, _ precision: ClaimPrecision, _ check: CheckReport,
    _ expected: ExpectedGradient
  ) -> [Comparison] {
    check.parameters.map { own in
      let claimed = claim.gradient[own.coordinate]
      let right = expected.gradient[own.coordinate]
      return Comparison(
        claimed: claimed, claimRounding: precision.allowance(right, claimed: claimed),
        own.measurement, scale: own.scale, usefulShare: precision.usefulShare)
    }
  }
}
