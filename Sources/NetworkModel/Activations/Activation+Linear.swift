// The linear function: [N] "Linear function".

import Notation

extension Activation {
  /// g(z) = kz.
  public static func linear(k: Double = 1) -> Activation {
    Activation(
      name: "linear",
      source: "[N] Activation functions",
      parameter: Parameter(name: "k", value: k),
      definition: .number(k) * .z,
      slope: .number(k))
  }
}
