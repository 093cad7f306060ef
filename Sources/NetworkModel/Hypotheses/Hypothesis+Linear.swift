// The linear hypothesis: [N] "Linear function".

import Notation

extension Hypothesis {
  /// h = cz, with the number `k` for c.
  public static func linear(k: Double = 1) -> Hypothesis { Hypothesis(.linear(k: k)) }
}
