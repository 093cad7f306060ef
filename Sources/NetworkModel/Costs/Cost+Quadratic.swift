// The quadratic cost: [W] §8.1, [V] (7).

import Notation

extension Cost {
  /// J = 1/2M Σ_m Σ_k (h − y)²: the mean squared error with a ½ that its derivative loses.
  public static let quadratic = Cost(
    name: "quadratic",
    source: "[W] §8.1; [V] (7)",
    scale: 1 / (2 * .M),
    term: .power(.hk - .yk, 2),
    slopes: [.hk: 2 * (.hk - .yk)])
}
