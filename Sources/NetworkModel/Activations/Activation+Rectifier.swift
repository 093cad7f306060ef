// The rectifier: [W] §7.4; [V] (19), (20); [N] "Rectified linear unit"; [S] (23).

import Notation

extension Activation {
  /// g(z) = max(0, z), g′ = [z > 0].
  ///
  /// At z = 0 there is no derivative; [W] and [S] use 0 there, [V] (20) uses 1.
  public static func rectifier(slopeAtZero: Double = 0) -> Activation {
    precondition(
      slopeAtZero == 0 || slopeAtZero == 1, "slope at zero is \(slopeAtZero), not 0 or 1")
    let isZero = slopeAtZero == 0
    return Activation(
      name: "rectifier",
      aliases: ["relu"],
      source: isZero ? "[W] §7.4; [S] (23)" : "[V] (19), (20)",
      parameter: Parameter(name: "slope-at-zero", value: slopeAtZero),
      definition: .max(0, .z, tie: isZero ? .first : .second),
      slope: .bracket(.z, isZero ? .greater : .greaterOrEqual, 0))
  }
}
