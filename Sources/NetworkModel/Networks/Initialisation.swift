// How the first weights and biases are drawn.

public import Numbers

/// Weights and biases from a seeded generator: the same on every platform.
public struct Initialisation: Hashable, Sendable {
  public enum Distribution: String, CaseIterable, Sendable {
    /// Normal, with mean 0 and the deviation as its standard deviation.
    case gaussian
    /// Uniform between two limits of equal size: a deviation that is a number is the limit, one that
    /// is a rule is the standard deviation, and √3 times that the limit.
    case uniform
  }

  /// How far the numbers spread.
  public enum Deviation: Hashable, Sendable, ExpressibleByFloatLiteral {
    /// The same number for every layer.
    case number(Double)
    /// A number for each layer, by a rule.
    case rule(DeviationRule)

    public init(floatLiteral value: Double) { self = .number(value) }
  }

  public var distribution: Distribution
  public var deviation: Deviation
  public var seed: UInt64
  /// The one number that all biases are; `nil` to draw them as the weights, or, where a rule says so,
  /// to make them 0.
  public var biases: Double?

  public init(
    distribution: Distribution, deviation: Deviation, seed: UInt64, biases: Double? = nil
  ) {
    self.distribution = distribution
    self.deviation = deviation
    self.seed = seed
    self.biases = biases
  }

  /// Draws layer by layer ℓ = 2 … L: the weights row by row, then the biases, unless they are given,
  /// for which nothing is drawn.
  ///
  /// - Parameter examples: M, which `DeviationRule.default` divides by.
  /// - Shapes: W^(ℓ) is s_ℓ × s_(ℓ−1), b^(ℓ) has s_ℓ numbers.
  public func parameters(sizes: [Int], examples: Int) -> Parameters<Double> {
    var generator = SeededGenerator(seed: seed)
    var result = Parameters<Double>(
      weights: Layers(first: 2, []), biases: Layers(first: 2, []))
    for l in 2...sizes.count {
      let (rows, columns) = (sizes[l - 1], sizes[l - 2])
      let scale = scale(fanIn: columns, fanOut: rows, examples: examples)
      let weights = (0..<rows * columns).map { _ in draw(&generator, scale) }
      result.weights.elements.append(Matrix(rows: rows, columns: columns, entries: weights))
      result.biases.elements.append(
        (0..<rows).map { _ in commonBias ?? draw(&generator, scale) })
    }
    return result
  }

  /// What all biases are; `nil` where they are drawn.
  private var commonBias: Double? {
    guard biases == nil, case .rule(let rule) = deviation else { return biases }
    return rule.drawsBiases ? nil : 0
  }

  /// The standard deviation of a Gaussian, the limit of a uniform distribution: its variance is a third
  /// of the limit's square.
  private func scale(fanIn: Int, fanOut: Int, examples: Int) -> Double {
    switch deviation {
    case .number(let number): return number
    case .rule(let rule):
      let variance = rule.variance(fanIn: fanIn, fanOut: fanOut, examples: examples)
      return (distribution == .uniform ? 3 * variance : variance).squareRoot()
    }
  }

  private func draw(_ generator: inout SeededGenerator, _ scale: Double) -> Double {
    switch distribution {
    case .gaussian: scale * generator.gaussian()
    case .uniform: scale * (2 * generator.uniform() - 1)
    }
  }
}
