// The judge of claimed gradients.

import Nabla

/// What the checker says of a claim: measured, compared, traced to a mistake.
func judge(_ network: Network, _ batch: Batch, _ claim: Claim) -> ClaimReport {
  ClaimCheck(network, batch).run(claim)
}
