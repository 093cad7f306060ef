// The logistic function: [W] §7.2, appendix A.1; [V] (13), (14); [N] "Logistic (sigmoid) function".

import Notation

extension Activation {
  /// g(z) = 1 / (1 + e^−z), g′ = a (1 − a).
  public static let logistic = Activation(
    name: "logistic",
    aliases: ["sigmoid"],
    source: "[W] §7.2, A.1; [V] (13), (14)",
    definition: 1 / (1 + .exp(-.z)),
    slope: .a * (1 - .a),
    soundForms: [
      .a: .define(Expression.s, .max(0, .z), in: .exp(.z - s) / (.exp(-s) + .exp(.z - s))),
      1 - .a: .define(Expression.s, .max(0, .z), in: .exp(-s) / (.exp(-s) + .exp(.z - s))),
      .log(.a): -(.max(0, -.z) + .logOnePlus(.exp(-.magnitude(.z)))),
      .log(1 - .a): -(.max(0, .z) + .logOnePlus(.exp(-.magnitude(-.z)))),
    ])

  /// At z = 0 both max of a logarithm must take the same side, for a dual number to pass: |z| is z
  /// there beside max(0, −z) = 0, and −z beside max(0, z) = 0.
  ///
  /// s = max(0, z) is taken out of the exponents, so that none is positive.
  private static let s = Expression.letter(Expression.s)
}
