// The costs made of squared differences: they differ by the factor before the sums.

import Notation

extension Cost {
  /// J = 1/2M Σ_m Σ_k (h − y)²: [W] §8.1, [V] (7).
  public static let quadratic = squares(
    name: "quadratic", source: "[W] §8.1; [V] (7)", scale: 1 / (2 * .M))

  /// J = 1/M Σ_m Σ_k (h − y)²: [R], without the ½.
  public static let squaredDifference = squares(
    name: "squared-difference", source: "[R] Introducing Neural Networks", scale: 1 / .M)

  /// J = Σ_m Σ_k (h − y)²: [N], a sum and no average.
  public static let residualSumOfSquares = squares(
    name: "residual-sum-of-squares", source: "[N] Error functions", scale: 1)

  private static func squares(name: String, source: String, scale: Expression) -> Cost {
    Cost(
      name: name, source: source, scale: scale,
      term: .power(.hk - .yk, 2),
      slopes: [.hk: 2 * (.hk - .yk)])
  }
}
