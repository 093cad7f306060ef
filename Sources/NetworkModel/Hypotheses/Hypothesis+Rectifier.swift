// The rectifier as hypothesis.

import Notation

extension Hypothesis {
  /// h = max(0, z), with the slope 0 or 1 at z = 0.
  public static func rectifier(slopeAtZero: Double = 0) -> Hypothesis {
    Hypothesis(.rectifier(slopeAtZero: slopeAtZero))
  }
}
