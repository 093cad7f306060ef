// The probes that come with the library.
//
// Two geometries are needed: all sizes different, on which wrong shapes show, and all sizes the same, on
// which wrong values show that would else be wrong shapes. With one example a missing 1/M cannot be seen,
// with two it cannot be told from a missing ½; without a penalty no mistake in it can.

public import Nabla

extension Probe {
  /// "3-3-3, 5 examples": logistic, with the quadratic cost and no penalty.
  public static let standard = Probe(sizes: [3, 3, 3], seed: 3)

  /// Networks of one activation, hypothesis and cost: 3-3-3, 4-3-2, with two hidden layers, and with a
  /// penalty.
  public static func set(
    activation: Activation = .logistic, hypothesis: Hypothesis = .logistic,
    cost: Cost = .quadratic
  ) -> [Probe] {
    func probe(_ sizes: [Int], _ penalty: Penalty = .none, seed: UInt64) -> Probe {
      Probe(
        sizes: sizes, activation: activation, hypothesis: hypothesis, cost: cost,
        penalty: penalty, seed: seed)
    }
    return [
      probe([3, 3, 3], seed: 3), probe([4, 3, 2], seed: 4), probe([3, 3, 3, 3], seed: 5),
      probe([4, 5, 3, 2], seed: 6), probe([3, 3, 3], Penalty(l2: 0.7), seed: 7),
    ]
  }

  /// Logistic networks with the quadratic cost, for `@Test(arguments:)`.
  public static let standardSet = set()

  /// Every probe: the standard ones, and others with softmax, tanh, the rectifier and other costs.
  public static let all =
    standardSet + [
      Probe(sizes: [4, 3, 2], hypothesis: .softmax, cost: .logLoss, seed: 8),
      Probe(sizes: [3, 3, 3], hypothesis: .softmax, cost: .logLoss, seed: 9),
      Probe(
        sizes: [3, 3, 3, 3], activation: .tanh, hypothesis: .logistic, cost: .crossEntropy,
        seed: 10),
      Probe(
        sizes: [4, 5, 3, 2], activation: .rectifier(), hypothesis: .identity,
        cost: .squaredDifference, penalty: Penalty(l2: 0.5), seed: 14),
    ]
}
