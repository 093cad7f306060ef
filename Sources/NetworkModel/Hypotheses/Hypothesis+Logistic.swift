// The logistic hypothesis: [W] §8.2.

import Notation

extension Hypothesis {
  /// h = 1 / (1 + e^−z): the probability of a class. (log h)′ = 1 − h and (log(1 − h))′ = −h.
  public static let logistic = Hypothesis(
    .logistic, logarithmSlope: 1 - .hk, logarithmOfComplementSlope: -.hk)
}
