// Functions that no note has, given by nothing but their definitions.

import Nabla

extension Hypothesis {
  /// log(1 + e^z): positive, so it goes with log loss too.
  static let softplus = Hypothesis(
    name: "softplus", source: "a test", definition: .log(1 + .exp(.zk)))

  /// z / (1 + e^−z).
  static let swish = Hypothesis(
    name: "swish", source: "a test", definition: .zk / (1 + .exp(-.zk)))

  /// e^(2z_k) / Σ_i e^(2z_i): probabilities, and every output depends on every z.
  static let sharpSoftmax = Hypothesis(
    name: "sharp softmax", source: "a test",
    definition: .exp(2 * .zk) / .sum(over: .i, .exp(2 * .zi)))

  /// (1 + z_k²) / Σ_i (1 + z_i²): probabilities, without any exponential.
  static let rational = Hypothesis(
    name: "rational", source: "a test",
    definition: (1 + .power(.zk, 2)) / .sum(over: .i, 1 + .power(.zi, 2)))

  static let new: [Hypothesis] = [.softplus, .swish, .sharpSoftmax, .rational]
}

extension Activation {
  /// z / (1 + e^−z); its slope is left to whoever wants to know it.
  static let swish = Activation(
    name: "swish", source: "a test", definition: .z / (1 + .exp(-.z)),
    slope: .partial(.z / (1 + .exp(-.z)), by: Letter("z")))

  /// log(1 + e^z), written with the function that computes it soundly.
  static let softplus = Activation(
    name: "softplus", source: "a test", definition: .logOnePlus(.exp(.z)),
    slope: .partial(.logOnePlus(.exp(.z)), by: Letter("z")))

  /// z tanh(log(1 + e^z)).
  static let mish = Activation(
    name: "mish", source: "a test", definition: .z * .tanh(.log(1 + .exp(.z))),
    slope: .partial(.z * .tanh(.log(1 + .exp(.z))), by: Letter("z")))

  static let new: [Activation] = [.swish, .softplus, .mish]
}

extension Cost {
  /// 1/M Σ_m Σ_k e^(−y h).
  static let exponential = Cost(
    name: "exponential", source: "a test", scale: 1 / .M, term: .exp(-(.yk * .hk)))

  /// 1/M Σ_m Σ_k ½(h − y)² where |h − y| ≤ 1, else |h − y| − ½.
  static let huber: Cost = {
    let distance = Expression.magnitude(.hk - .yk)
    return Cost(
      name: "huber", source: "a test", scale: 1 / .M,
      term: .bracket(1, .greaterOrEqual, distance) * (.power(.hk - .yk, 2) / 2)
        + .bracket(distance, .greater, 1) * (distance - 1 / 2))
  }()

  /// 1/M Σ_m Σ_k log(e^(h−y) + e^−(h−y)).
  static let logCosh = Cost(
    name: "log-cosh", source: "a test", scale: 1 / .M,
    term: .log(.exp(.hk - .yk) + .exp(-(.hk - .yk))))

  static let new: [Cost] = [.exponential, .huber, .logCosh]
}
