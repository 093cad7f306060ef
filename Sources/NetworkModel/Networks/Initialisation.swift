// How the first weights and biases are drawn.

public import Numbers

/// Weights and biases from a seeded generator: the same on every platform.
public struct Initialisation: Hashable, Sendable {
  public enum Distribution: String, CaseIterable, Sendable {
    /// Normal, with mean 0 and `deviation` as its standard deviation.
    case gaussian
    /// Uniform from −deviation to deviation.
    case uniform
  }

  public var distribution: Distribution
  public var deviation: Double
  public var seed: UInt64
  /// The one number that all biases are; `nil` to draw them as the weights.
  public var biases: Double?

  public init(
    distribution: Distribution, deviation: Double, seed: UInt64, biases: Double? = nil
  ) {
    self.distribution = distribution
    self.deviation = deviation
    self.seed = seed
    self.biases = biases
  }

  /// Draws layer by layer ℓ = 2 … L: the weights row by row, then the biases, unless they are given,
  /// for which nothing is drawn.
  ///
  /// - Shapes: W^(ℓ) is s_ℓ × s_(ℓ−1), b^(ℓ) has s_ℓ numbers.
  public func parameters(sizes: [Int]) -> Parameters<Double> {
    var generator = SeededGenerator(seed: seed)
    var result = Parameters<Double>(
      weights: Layers(first: 2, []), biases: Layers(first: 2, []))
    for l in 2...sizes.count {
      let (rows, columns) = (sizes[l - 1], sizes[l - 2])
      let weights = (0..<rows * columns).map { _ in draw(&generator) }
      result.weights.elements.append(Matrix(rows: rows, columns: columns, entries: weights))
      result.biases.elements.append((0..<rows).map { _ in biases ?? draw(&generator) })
    }
    return result
  }

  private func draw(_ generator: inout SeededGenerator) -> Double {
    switch distribution {
    case .gaussian: deviation * generator.gaussian()
    case .uniform: deviation * (2 * generator.uniform() - 1)
    }
  }
}
