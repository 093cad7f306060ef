// The residual sum of squares: [N] "Error functions".

import Notation

extension Cost {
  /// J = Σ_m Σ_k (h − y)²: a sum and no average.
  public static let residualSumOfSquares = Cost(
    name: "residual-sum-of-squares",
    source: "[N] Error functions; [R] Introducing Neural Networks",
    scale: 1,
    term: .power(.hk - .yk, 2),
    slopes: [.hk: 2 * (.hk - .yk)])
}
