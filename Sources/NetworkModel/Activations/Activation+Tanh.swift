// The hyperbolic tangent: [W] §7.3, appendix A.2; [V] (17), (18).

import Notation

extension Activation {
  /// g(z) = (e^z − e^−z) / (e^z + e^−z), g′ = 1 − a².
  ///
  /// 1 − a² is 0 from |z| = 20 on, where g′ is 10^−17 and not 0: with q = e^−2|z|, it is 4q / (1 + q)².
  public static let tanh = Activation(
    name: "tanh",
    source: "[W] §7.3, A.2; [V] (17), (18)",
    definition: (.exp(.z) - .exp(-.z)) / (.exp(.z) + .exp(-.z)),
    slope: 1 - .power(.a, 2),
    soundForms: [
      .a: .tanh(.z),
      1 - .power(.a, 2): .define(
        Expression.t, .exp(-2 * .magnitude(.z)), in: 4 * q / .power(1 + q, 2)),
    ])

  private static let q = Expression.letter(Expression.t)
}
