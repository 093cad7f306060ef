// Dropout: hidden nodes that are left out at random while training. [W] §9.4 leaves it to do.

public import NetworkModel
public import Numbers

/// The masks of dropout: every hidden node of every example is dropped with one probability.
///
///     A^(ℓ) = g(Z^(ℓ)) ⊙ D^(ℓ),  d = 0 with probability p, else 1 / (1 − p)
///
/// N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: a simple way to
/// prevent neural networks from overfitting", Journal of Machine Learning Research 15 (2014), §4; the
/// scale 1 / (1 − p) is applied while training (their §10), so that the mean of d is 1 and a trained
/// network is used as it is. Under a fixed mask J is an ordinary cost, and its gradient can be checked.
public struct Dropout: Sendable {
  /// p, 0 ≤ p < 1.
  public let probability: Double
  /// What all masks are drawn from.
  public let seed: UInt64

  /// - Precondition: 0 ≤ probability < 1.
  public init(probability: Double, seed: UInt64) {
    precondition(0..<1 ~= probability, "nodes are dropped with probability \(probability)")
    self.probability = probability
    self.seed = seed
  }

  /// D^(ℓ) of the hidden layers ℓ = 2 … L−1, row by row from a generator that the seed and the
  /// iteration determine.
  ///
  /// - Parameter iteration: from 1, over all epochs.
  /// - Shapes: s_ℓ × examples.
  public func masks(
    sizes: [Int], examples: Int, iteration: Int
  ) -> Layers<Matrix<Double>> {
    var generator = SeededGenerator(seed: seed, for: .dropout, number: iteration)
    let kept = 1 / (1 - probability)
    let masks = sizes.dropFirst().dropLast().map { size in
      Matrix<Double>(
        rows: size, columns: examples,
        entries: (0..<size * examples).map { _ in generator.uniform() < probability ? 0 : kept })
    }
    return Layers(first: 2, masks)
  }
}
