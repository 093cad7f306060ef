// Softmax: [W] §8.3, appendix A.3; [V] (15), (16); [N] "Softmax function".

import Notation

extension Hypothesis {
  /// h_k = e^(z_k) / Σ_i e^(z_i): the probabilities of K classes.
  ///
  ///     ∂h_i/∂z_k = h_k (1 − h_k) for i = k, −h_i h_k for i ≠ k            [W] A.3, [V] (16)
  ///
  /// [W] §8.3 prints h′ = h (1 − h) with ⊙ for it; that is the diagonal of the Jacobian only.
  public static let softmax = Hypothesis(
    name: "softmax",
    source: "[W] §8.3, A.3; [V] (15), (16)",
    definition: .exp(.zk) / .sum(over: .i, .exp(.zi)),
    jacobians: [
      .hk: Jacobian(diagonal: .hk * (1 - .hk), offDiagonal: -(.hi * .hk)),
      .log(.hk): Jacobian(diagonal: 1 - .hk, offDiagonal: -.hk),
      .log(1 - .hk): Jacobian(diagonal: -.hk, offDiagonal: .hi * (.hk / (1 - .hi))),
    ],
    soundForms: [
      .hk: shifted(.exp(-t) / .sum(over: .i, .exp(.zi - .zk - t))),
      1 - .hk: shifted(
        .sum(over: .i, excluding: .k, .exp(.zi - .zk - t)) / .sum(over: .i, .exp(.zi - .zk - t))),
      .log(.hk): shifted(
        -(t
          + .logOnePlus(
            .expMinusOne(-t) + .sum(over: .i, excluding: .k, .exp(.zi - .zk - t))))),
      .log(1 - .hk): .define(
        Expression.s, .largest(over: .i, excluding: .k, .zi - .zk),
        in: .define(
          Expression.t, s + .log(.sum(over: .i, excluding: .k, .exp(.zi - .zk - s))),
          in: -(.max(0, -t) + .logOnePlus(.exp(-.magnitude(t)))))),
      .hk / (1 - .hi): .define(
        Expression.t, .largest(over: .j, excluding: .i, .zj - .zk),
        in: .exp(-t) / .sum(over: .j, excluding: .i, .exp(.zj - .zk - t))),
    ])

  private static let s = Expression.letter(Expression.s)
  private static let t = Expression.letter(Expression.t)

  /// With t = max_i (z_i − z_k) ≥ 0 taken out of the exponents.
  private static func shifted(_ body: Expression) -> Expression {
    .define(Expression.t, .largest(over: .i, .zi - .zk), in: body)
  }
}
