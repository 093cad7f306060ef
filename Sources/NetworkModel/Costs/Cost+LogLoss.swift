// Log loss: the negative log likelihood of one class out of K.

import Notation

extension Cost {
  /// J = −1/M Σ_m Σ_k y log h: [W] §8.3, [V] (9), [R], [S].
  public static let logLoss = Cost(
    name: "log-loss",
    aliases: ["categorical-cross-entropy"],
    source: "[W] §8.3, B.2; [V] (9); [S] (3)",
    scale: -(1 / .M),
    term: .yk * .log(.hk),
    slopes: [.log(.hk): .yk])
}
