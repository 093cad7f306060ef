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
    if judge(network, batch, Claim(gradient: right.gradient)).verdict != .right {
      return "it does not accept right gradients"
    }
    var wrong = right.gradient
    wrong.weights[2][1, 2] *= 1 + 1e-6
    if judge(network, batch, Claim(gradient: wrong)).verdict != .wrong {
      return "it accepts a gradient with one entry wrong by a millionth"
    }
    return nil
  }()
}
