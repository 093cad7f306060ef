// The squared difference: [R].

import Notation

extension Cost {
  /// J = 1/M Σ_m Σ_k (h − y)², without the ½.
  public static let squaredDifference = Cost(
    name: "squared-difference",
    source: "[R] Utilizing Matrix/Vector Notation",
    scale: 1 / .M,
    term: .power(.hk - .yk, 2),
    slopes: [.hk: 2 * (.hk - .yk)])
}
