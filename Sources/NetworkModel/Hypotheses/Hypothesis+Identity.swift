// The identity as hypothesis: regression, [W] §8.1.

import Notation

extension Hypothesis {
  /// h = z.
  public static let identity = Hypothesis(.identity)
}
