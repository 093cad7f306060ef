// The rules for the deviation of first weights: [V] §5.2 and those of the literature.

import Foundation
import Nabla
import Testing

@Suite("Rules for first weights")
struct DeviationRuleTests {
  private static let sizes = [300, 100, 40]
  private static let examples = 25

  /// A rule, and its variances at s = 300, 100 and at s = 100, 40 with M = 25.
  private static let published: [(DeviationRule, Double, Double)] = [
    (.large, 1, 1), (.default, 1.0 / 625, 1.0 / 625), (.leCun, 1.0 / 300, 0.01),
    (.glorot, 0.005, 2.0 / 140), (.he, 2.0 / 300, 0.02),
  ]

  private static func drawn(
    _ rule: DeviationRule, _ distribution: Initialisation.Distribution, biases: Double? = nil
  ) -> Parameters<Double> {
    Initialisation(distribution: distribution, deviation: .rule(rule), seed: 11, biases: biases)
      .parameters(sizes: sizes, examples: examples)
  }

  @Test(
    "the variance is the one that was published, by the number of nodes and of examples",
    arguments: published)
  func variances(rule: DeviationRule, hidden: Double, output: Double) {
    #expect(rule.variance(fanIn: 300, fanOut: 100, examples: 25) == hidden)
    #expect(rule.variance(fanIn: 100, fanOut: 40, examples: 25) == output)
  }

  @Test("every rule is in the table of published variances")
  func names() {
    #expect(Self.published.map(\.0) == DeviationRule.all)
    #expect(DeviationRule.named("xavier") == .glorot && DeviationRule.named("kaiming") == .he)
  }

  /// The mean square of n draws has variance σ⁴ (κ − 1) / n, where the kurtosis κ is 3 of a Gaussian
  /// and 9/5 of a uniform distribution.
  @Test(
    "the drawn weights have the rule's variance, within five standard errors",
    arguments: DeviationRule.all, Initialisation.Distribution.allCases)
  func meanSquare(rule: DeviationRule, distribution: Initialisation.Distribution) {
    let parameters = Self.drawn(rule, distribution)
    for l in 2...3 {
      let weights = parameters.weights[l]
      let variance = rule.variance(
        fanIn: weights.columns, fanOut: weights.rows, examples: Self.examples)
      let count = Double(weights.entries.count)
      let meanSquare = weights.entries.reduce(0) { $0 + $1 * $1 } / count
      let kurtosis = distribution == .gaussian ? 3.0 : 1.8
      let standardError = variance * ((kurtosis - 1) / count).squareRoot()
      #expect(abs(meanSquare - variance) < 5 * standardError, "layer \(l)")
      let mean = weights.entries.reduce(0, +) / count
      #expect(abs(mean) < 5 * (variance / count).squareRoot(), "layer \(l)")
    }
  }

  @Test(
    "uniform weights go up to √3 σ and not beyond; Glorot's limit is √6 / √(s_(ℓ−1) + s_ℓ)  (16)",
    arguments: DeviationRule.all)
  func limits(rule: DeviationRule) {
    let weights = Self.drawn(rule, .uniform).weights[2]
    let variance = rule.variance(fanIn: 300, fanOut: 100, examples: Self.examples)
    let limit = (3 * variance).squareRoot()
    let largest = weights.entries.reduce(0) { max($0, abs($1)) }
    // Of 30,000 numbers the largest is below 0.999 of the limit with probability 0.999^30000 < 10^−13.
    #expect(largest <= limit && largest > 0.999 * limit)
    if rule == .glorot { #expect(abs(limit - 6.0.squareRoot() / 20) < 1e-16) }
  }

  @Test(
    "[V] draws biases, the others set them to 0; a number that is given counts",
    arguments: DeviationRule.all)
  func biases(rule: DeviationRule) {
    let biases = Self.drawn(rule, .gaussian).biases.elements.flatMap { $0 }
    #expect(biases.allSatisfy { $0 == 0 } == !rule.drawsBiases)
    #expect(rule.drawsBiases == rule.source.hasPrefix("[V]"))
    let given = Self.drawn(rule, .gaussian, biases: 1)
    #expect(given.biases.elements.flatMap { $0 }.allSatisfy { $0 == 1 })
    // Where nothing is drawn for biases, the weights are the same, however the biases came about.
    if !rule.drawsBiases { #expect(given.weights == Self.drawn(rule, .gaussian).weights) }
  }

  @Test("a number is every layer's scale: what it multiplies is what the generator gives")
  func numbers() {
    var generator = SeededGenerator(seed: 11)
    let gaussian = Initialisation(distribution: .gaussian, deviation: 0.1, seed: 11)
      .parameters(sizes: [3, 2, 1], examples: 7)
    for coordinate in gaussian.coordinates {
      #expect(gaussian[coordinate] == 0.1 * generator.gaussian(), "\(coordinate)")
    }
  }

  @Test("a rule whose deviation is 1 draws what the number 1 draws, bit for bit")
  func rulesAndNumbers() {
    let number = Initialisation(distribution: .gaussian, deviation: 1.0, seed: 11)
    #expect(
      number.parameters(sizes: Self.sizes, examples: 3) == Self.drawn(.large, .gaussian))
  }

  @Test("a file names a rule, or an alias of it; M is the number of its examples")
  func files() throws {
    for rule in DeviationRule.all {
      for name in [rule.name] + rule.aliases {
        let text = NetworkText.valid.with([
          "weights": nil, "biases": nil,
          "initialise":
            "{\"distribution\": \"uniform\", \"deviation\": \"\(name)\", \"seed\": 5}",
        ])
        let expected = Initialisation(distribution: .uniform, deviation: .rule(rule), seed: 5)
          .parameters(sizes: [2, 3, 1], examples: 2)
        #expect(try read(text).network.parameters == expected, "\(name)")
      }
    }
  }
}
