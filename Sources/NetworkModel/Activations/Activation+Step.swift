// The step function: [W] §7.1; [V] (21), (22); [N] "Threshold (step) function".

import Notation

extension Activation {
  /// g(z) = [z ≥ c], with the number `k` for c; its derivative counts as 0 everywhere ([V] (22)),
  /// also at the jump.
  public static func step(k: Double = 0) -> Activation {
    Activation(
      name: "step",
      aliases: ["heaviside", "threshold", "indicator"],
      source: "[W] §7.1; [V] (21), (22); [N] Activation functions",
      parameter: Parameter(name: "k", value: k),
      definition: .bracket(.z, .greaterOrEqual, .c),
      slope: 0)
  }
}
