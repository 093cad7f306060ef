// What an engine does: the equations FP1, FP2, BP1 … BP4 of [W], each by itself.

public import Numbers

/// An engine that propagates one batch forward and backward through one network.
///
/// Each equation is a function of its own, fed with what stands on its right side, so that a checker
/// can test it alone: given the right δ from the layer above, a wrong BP2 does not make BP3 look
/// wrong too.
public protocol PropagationEngine<Number>: Sendable {
  associatedtype Number: Scalar

  var network: Network { get }
  var batch: Batch { get }

  /// Every z, a and J; with each kink on the side that `sides` holds, or that the numbers take.
  func forward(holding sides: Sides?) -> ForwardPass<Number>

  /// ∂J/∂a^(L), K × M: what BP1 multiplies h′ with.
  func outputGradient(_ pass: ForwardPass<Number>) -> Matrix<Number>

  /// h′ or g′ at z^(ℓ), s_ℓ × M; `nil` for softmax, whose derivative is a full Jacobian.
  func slope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number>?

  /// BP1: Δ^(L) = ∂J/∂Z^(L), K × M.
  func outputError(_ pass: ForwardPass<Number>) -> Matrix<Number>

  /// ∂J/∂A^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1), s_ℓ × M.
  func activationGradient(_ l: Int, errorAbove: Matrix<Number>) -> Matrix<Number>

  /// BP2: Δ^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ)), s_ℓ × M.
  func hiddenError(_ l: Int, errorAbove: Matrix<Number>, _ pass: ForwardPass<Number>)
    -> Matrix<Number>

  /// BP3: ∇_W J = Δ^(ℓ) (A^(ℓ−1))ᵀ and the penalty's term, s_ℓ × s_(ℓ−1).
  func weightGradient(_ l: Int, error: Matrix<Number>, _ pass: ForwardPass<Number>)
    -> Matrix<Number>

  /// BP4: ∇_b J = Δ^(ℓ) 1, s_ℓ.
  func biasGradient(_ l: Int, error: Matrix<Number>) -> [Number]
}

/// What a forward pass leaves behind.
public struct ForwardPass<S: Scalar>: Sendable {
  /// Z^(ℓ), ℓ = 2 … L, s_ℓ × M.
  public var weightedInput: Layers<Matrix<S>>
  /// A^(ℓ), ℓ = 1 … L, s_ℓ × M; A^(1) = X, A^(L) = H.
  public var activation: Layers<Matrix<S>>
  /// J, the penalty included.
  public var cost: S
  /// The side that each kink was taken on.
  public var sides: Sides
  /// Where the two sides of a kink are equal, so that J has no derivative.
  public var kinks: [Kink]

  public init(
    weightedInput: Layers<Matrix<S>>, activation: Layers<Matrix<S>>, cost: S, sides: Sides,
    kinks: [Kink]
  ) {
    self.weightedInput = weightedInput
    self.activation = activation
    self.cost = cost
    self.sides = sides
    self.kinks = kinks
  }
}

/// What BP1–BP4 give.
public struct Gradients<S: Scalar>: Sendable {
  /// Δ^(ℓ) = ∂J/∂Z^(ℓ), ℓ = 2 … L.
  public var error: Layers<Matrix<S>>
  /// ∇J.
  public var gradient: Parameters<S>

  public init(error: Layers<Matrix<S>>, gradient: Parameters<S>) {
    self.error = error
    self.gradient = gradient
  }
}

/// Everything that a backward pass can show.
public struct BackwardPass<S: Scalar>: Sendable {
  /// g′(Z^(ℓ)), ℓ = 2 … L; `nil` for softmax.
  public var slope: Layers<Matrix<S>?>
  /// ∂J/∂A^(ℓ), ℓ = 2 … L.
  public var activationGradient: Layers<Matrix<S>>
  /// Δ^(ℓ) = ∂J/∂Z^(ℓ), ℓ = 2 … L.
  public var error: Layers<Matrix<S>>
  /// ∇J.
  public var gradient: Parameters<S>
}

extension PropagationEngine {
  /// BP1, then BP2 down to layer 2, and BP3 and BP4 at every layer.
  @inlinable
  public func gradients(_ pass: ForwardPass<Number>) -> Gradients<Number> {
    let last = network.lastLayer
    var errors = [outputError(pass)]
    for l in stride(from: last - 1, through: 2, by: -1) {
      errors.append(hiddenError(l, errorAbove: errors[last - l - 1], pass))
    }
    let Δ = Layers(first: 2, Array(errors.reversed()))
    return Gradients(
      error: Δ,
      gradient: Parameters(
        weights: Layers(first: 2, (2...last).map { weightGradient($0, error: Δ[$0], pass) }),
        biases: Layers(first: 2, (2...last).map { biasGradient($0, error: Δ[$0]) })))
  }

  /// The same, and what a reader wants to see besides: g′ and ∂J/∂A.
  public func backward(_ pass: ForwardPass<Number>) -> BackwardPass<Number> {
    let last = network.lastLayer
    let gradients = gradients(pass)
    return BackwardPass(
      slope: Layers(first: 2, (2...last).map { slope($0, pass) }),
      activationGradient: Layers(
        first: 2,
        (2...last).map {
          $0 == last
            ? outputGradient(pass) : activationGradient($0, errorAbove: gradients.error[$0 + 1])
        }),
      error: gradients.error, gradient: gradients.gradient)
  }
}
