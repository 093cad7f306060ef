// What a student's own backpropagation conforms to.

public import Nabla

/// A student's own network code, as the expectations see it.
///
/// Only the cost is required. Without `gradients` nothing is claimed, and `expectGradients` says
/// "not attempted". Every function may throw; what it throws is shown.
///
/// Numbers may come and go as plain arrays: `network.weightArrays`, `network.biasArrays`,
/// `batch.inputArrays`, `batch.targetArrays`, and `try Parameters(weights: …, biases: …)`.
public protocol BackpropUnderTest: Sendable {
  /// J of the network's parameters for a batch, the penalty included.
  ///
  /// - Shapes: `network` holds W^(ℓ), s_ℓ × s_(ℓ−1), and b^(ℓ); `batch` X, N × M, and Y, K × M.
  func cost(_ network: Network, _ batch: Batch) throws -> Double

  /// ∂J/∂ every weight and bias; `nil` where it is not written yet.
  func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>?

  /// Δ^(ℓ) = ∂J/∂Z^(ℓ) by layer, s_ℓ × M, as far as they are written; used to say which is wrong.
  func intermediates(_ network: Network, _ batch: Batch) throws -> [Int: Matrix<Double>]
}

extension BackpropUnderTest {
  /// Not attempted.
  public func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>? { nil }

  /// None.
  public func intermediates(
    _ network: Network, _ batch: Batch
  ) throws -> [Int: Matrix<Double>] { [:] }
}
