// The checker is checked: before it says anything of a student it has to accept right gradients and to
// reject wrong ones.

import Nabla

/// What the checker says of claims that are known to be right and to be wrong.
enum CheckerTest {
  /// Why the checker is not to be trusted; `nil` where it is. Found once, when it is first asked for.
  static let trouble: String? = {
    let (network, batch) = (Probe.standard.network, Probe.standard.batch)
    let engine = BatchPropagation<Double>(network, batch)
    let right = engine.gradients(engine.forward())
    let report = judge(network, batch, Claim(gradient: right.gradient))
    if report.verdict != .right { return "it does not accept right gradients" }
    for comparison in report.parameters {
      let wrong = Comparison(
        claimed: comparison.claimed * (1 + 1e-6), claimRounding: comparison.claimRounding,
        comparison.measurement, scale: comparison.claimed.magnitude)
      if wrong.verdict != .wrong { return "it accepts an entry that is wrong by a millionth" }
    }
    if judge(network, batch, Claim(gradient: right.gradient.map { 2 * $0 })).verdict != .wrong {
      return "it accepts gradients that are twice the right ones"
    }
    return nil
  }()
}
