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
    verdict = .of(parameters.lazy.map(\.verdict))
    wrong = parameters.count { $0.verdict == .wrong }
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
