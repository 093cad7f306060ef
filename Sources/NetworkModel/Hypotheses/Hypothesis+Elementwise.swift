// The hypotheses that are an activation function of each output by itself: [W] §8.1, §8.2.

import Notation

extension Hypothesis {
  /// h = z: regression.
  public static let identity = Hypothesis(.identity)

  /// h = kz.
  public static func linear(k: Double = 1) -> Hypothesis { Hypothesis(.linear(k: k)) }

  /// h = 1 / (1 + e^−z): the probability of a class; [W] §8.2.
  public static let logistic = Hypothesis(
    .logistic, logarithmSlope: 1 - .hk, logarithmOfComplementSlope: -.hk)

  public static let tanh = Hypothesis(.tanh)

  public static func rectifier(slopeAtZero: Double = 0) -> Hypothesis {
    Hypothesis(.rectifier(slopeAtZero: slopeAtZero))
  }

  public static func step(k: Double = 0) -> Hypothesis { Hypothesis(.step(k: k)) }
}
