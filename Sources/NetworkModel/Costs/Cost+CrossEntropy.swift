// Cross entropy: the negative log likelihood of targets that are 1 with probability h.

import Notation

extension Cost {
  /// J = −1/M Σ_m Σ_k (y log h + (1 − y) log(1 − h)): [W] §8.2, [N] "binary cross entropy".
  public static let crossEntropy = Cost(
    name: "cross-entropy",
    aliases: ["binary-cross-entropy"],
    source: "[W] §8.2, B.1; [V] (11)",
    scale: -(1 / .M),
    term: .yk * .log(.hk) + (1 - .yk) * .log(1 - .hk),
    slopes: [.log(.hk): .yk, .log(1 - .hk): 1 - .yk])
}
