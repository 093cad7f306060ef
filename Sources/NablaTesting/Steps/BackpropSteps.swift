// Backpropagation in seven steps, as somebody writes it who learns it: with plain arrays.

/// An own backpropagation, written step by step. `nabla new` makes a package with one to fill in.
///
/// Lists by layer are indexed by the layer's number ℓ, as in the notes: `weights[2]` is W^(2), and
/// `weights[0]` and `weights[1]` are empty; `a[1]` is x, and `a[0]` is empty. Nodes are counted from 0,
/// as arrays are: `weights[l][i][j]` leads to node i of layer l from node j of layer l − 1.
///
/// Each function gives `nil` until it is written.
public protocol BackpropSteps {
  /// Lists by layer.
  typealias ByLayer<Element> = [Element]

  /// A network with these parameters.
  ///
  /// - Parameters:
  ///   - weights: W^(ℓ) by layer, ℓ = 2 … L.
  ///   - biases: b^(ℓ) by layer, ℓ = 2 … L.
  ///   - lambda: λ of the penalty λ/2M Σ w².
  init(weights: ByLayer<[[Double]]>, biases: ByLayer<[Double]>, lambda: Double)

  /// Step 1, FP1.1: z^(ℓ) = W^(ℓ) a^(ℓ−1) + b^(ℓ) and a^(ℓ) = g(z^(ℓ)) for one example.
  func forward(_ x: [Double]) -> (z: ByLayer<[Double]>, a: ByLayer<[Double]>)?

  /// Step 2, BP1.1: δ^(L) of one example, from z^(L), h = a^(L) and y.
  func outputError(z: [Double], h: [Double], y: [Double]) -> [Double]?

  /// Step 3, BP2.1: δ^(ℓ) of one example, from δ^(ℓ+1) and z^(ℓ).
  func hiddenError(layer l: Int, errorAbove: [Double], z: [Double]) -> [Double]?

  /// Step 4, BP3.1: ∂J/∂W^(ℓ) of one example, from δ^(ℓ) and a^(ℓ−1).
  func weightGradient(error: [Double], activationBelow: [Double]) -> [[Double]]?

  /// Step 5, BP4.1: ∂J/∂b^(ℓ) of one example, from δ^(ℓ).
  func biasGradient(error: [Double]) -> [Double]?

  /// Step 6: the gradient of J over a batch of M examples, without the penalty.
  func gradients(
    inputs: [[Double]], targets: [[Double]]
  ) -> (weights: ByLayer<[[Double]]>, biases: ByLayer<[Double]>)?

  /// Step 7: the same with the penalty's term added.
  func addingPenalty(
    weights: ByLayer<[[Double]]>, biases: ByLayer<[Double]>, examples: Int
  ) -> (weights: ByLayer<[[Double]]>, biases: ByLayer<[Double]>)?

  /// J over a batch, the penalty included.
  func cost(inputs: [[Double]], targets: [[Double]]) -> Double?
}

/// A step of `BackpropSteps`.
public enum BackpropStep: Int, CaseIterable, Sendable, CustomStringConvertible {
  case forward = 1
  case outputError, hiddenError, weightGradient, biasGradient, batch, penalty

  public var description: String { "step \(rawValue): \(title)" }

  /// What it computes, in the notation of the notes.
  var title: String {
    switch self {
    case .forward: "z^(ℓ) and a^(ℓ), forward"
    case .outputError: "δ^(L)"
    case .hiddenError: "δ^(ℓ)"
    case .weightGradient: "∂J/∂W^(ℓ)"
    case .biasGradient: "∂J/∂b^(ℓ)"
    case .batch: "the gradient of a batch"
    case .penalty: "the penalty"
    }
  }

  /// The function to write.
  var function: String {
    switch self {
    case .forward: "forward"
    case .outputError: "outputError"
    case .hiddenError: "hiddenError"
    case .weightGradient: "weightGradient"
    case .biasGradient: "biasGradient"
    case .batch: "gradients"
    case .penalty: "addingPenalty"
    }
  }
}
