// The judge of claimed gradients.

import Nabla

/// What the checker says of a claim: measured, compared, traced to a mistake.
func judge(_ network: Network, _ batch: Batch, _ claim: Claim) -> ClaimReport {
  let check = GradientCheck(network, batch).run()
  let parameters = check.parameters.map {
    Comparison(
      claimed: claim.gradient[$0.coordinate], claimRounding: $0.claimRounding, $0.measurement,
      scale: 1)
  }
  return ClaimReport(
    check: check, claim: claim, verdict: .of(parameters.map(\.verdict)), parameters: parameters,
    cost: nil, equations: [], diagnosis: nil, warnings: [])
}
