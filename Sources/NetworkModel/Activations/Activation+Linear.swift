// The linear function: [N] "Linear function".

import Notation

extension Activation {
  /// g(z) = cz, with the number `k` for c.
  public static func linear(k: Double = 1) -> Activation {
    Activation(
      name: "linear",
      source: "[N] Activation functions",
      parameter: Parameter(name: "k", value: k),
      definition: .c * .z,
      slope: .c)
  }
}
