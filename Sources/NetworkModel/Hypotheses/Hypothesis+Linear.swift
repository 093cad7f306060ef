// The linear hypothesis: [N] "Linear function".

import Notation

extension Hypothesis {
  /// h = kz.
  public static func linear(k: Double = 1) -> Hypothesis { Hypothesis(.linear(k: k)) }
}
