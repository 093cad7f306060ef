// The identity: [W] §8.1.

import Notation

extension Activation {
  /// g(z) = z.
  public static let identity = Activation(
    name: "identity",
    source: "[W] §8.1",
    definition: .z,
    slope: 1)
}
