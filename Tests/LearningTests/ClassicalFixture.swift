// Fixtures/training/optima.json: where linear, ridge, logistic, softmax and polynomial regression have
// their least cost, computed with 40 digits.

import Nabla
import Testing

import struct Foundation.Data
import class Foundation.JSONDecoder
import func Foundation.log1p

/// A network without a hidden layer, and the parameters with which its cost is least.
struct ClassicalOptimum: Decodable, Sendable, CustomTestStringConvertible {
  let network: String
  let cost: TwoSteps.Decimal
  let weights: [[TwoSteps.Decimal]]
  let biases: [TwoSteps.Decimal]
  /// The least eigenvalue of ∇²J at the minimum.
  let curvature: Double
  /// R: within a distance d of the minimum ∇²J is at least e^(−R d) times what it is there.
  let skew: Double

  var testDescription: String { network }

  static let all: [ClassicalOptimum] = try! JSONDecoder().decode(
    [ClassicalOptimum].self, from: Data(contentsOf: trainingFolder.appending(path: "optima.json")))

  static func named(_ name: String) -> ClassicalOptimum { all.first { $0.network == name }! }

  /// How far parameters whose gradient has this norm can be from the minimum.
  ///
  /// For v = θ − θ* of length d,
  ///
  ///     ‖∇J‖ d ≥ v · ∇J(θ) = ∫₀¹ vᵀ ∇²J(θ* + t v) v dt ≥ curvature d² (1 − e^(−R d)) / (R d),
  ///
  /// so R d ≤ −log(1 − u) with u = R ‖∇J‖ / curvature; for R = 0 it is d ≤ ‖∇J‖ / curvature.
  /// Source: F. Bach, "Self-concordant analysis for logistic regression", 2010, proposition 1.
  func distance(gradientSize: Double) -> Double {
    if skew == 0 { return gradientSize / curvature }
    let u = skew * gradientSize / curvature
    return u < 1 ? -log1p(-u) / skew : .infinity
  }

  /// ‖θ − θ*‖
  func distance(to parameters: Parameters<Double>) -> Double {
    let W = parameters.weights[2]
    let found = W.entries + parameters.biases[2]
    let least = weights.flatMap(\.self).map(\.value) + biases.map(\.value)
    precondition(found.count == least.count, "\(found.count) parameters, \(least.count) expected")
    return zip(found, least).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  func file() throws -> NetworkFile {
    try NetworkFile.read(path: trainingFolder.appending(path: "\(network).json").path())
  }
}
