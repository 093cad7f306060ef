// The step function as hypothesis.

import Notation

extension Hypothesis {
  /// h = [z ≥ k]; its derivative counts as 0.
  public static func step(k: Double = 0) -> Hypothesis { Hypothesis(.step(k: k)) }
}
