// The step function as hypothesis.

import Notation

extension Hypothesis {
  /// h = [z ≥ c], with the number `k` for c; its derivative counts as 0.
  public static func step(k: Double = 0) -> Hypothesis { Hypothesis(.step(k: k)) }
}
