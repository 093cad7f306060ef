// The identity and the linear function: [W] §8.1; [N] "Linear function".

import Notation

extension Activation {
  /// g(z) = z.
  public static let identity = Activation(
    name: "identity",
    source: "[W] §8.1",
    definition: .z,
    slope: 1)

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
