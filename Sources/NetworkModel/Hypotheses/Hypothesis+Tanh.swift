// The hyperbolic tangent as hypothesis.

import Notation

extension Hypothesis {
  /// h = tanh z.
  public static let tanh = Hypothesis(.tanh)
}
