// Backward propagation of a batch: BP1.2–BP4.2 of [W] §6.2.

public import NetworkModel
public import Notation
public import Numbers

extension BatchPropagation {
  /// BP1, then BP2 down to layer 2, with BP3 and BP4 at every layer.
  @inlinable
  public func gradients(_ pass: ForwardPass<Number>) -> Gradients<Number> {
    var gradients = Gradients<Number>(
      error: Layers(first: 2, Array(repeating: .empty, count: L - 1)),
      gradient: Parameters(
        weights: Layers(first: 2, Array(repeating: .empty, count: L - 1)),
        biases: Layers(first: 2, Array(repeating: [], count: L - 1))))
    self.gradients(pass, to: &gradients)
    return gradients
  }

  /// The same into the memory of earlier gradients; see `forward(holding:to:)`.
  @inlinable
  public func gradients(_ pass: ForwardPass<Number>, to result: inout Gradients<Number>) {
    result.error[L] = outputError(pass)
    for l in stride(from: L, through: 2, by: -1) {
      let Δ = result.error[l]
      writeWeightGradient(l, error: Δ, pass, to: &result.gradient.weights[l])
      result.gradient.biases[l] = biasGradient(l, error: Δ)
      if l > 2 { writeHiddenError(l - 1, errorAbove: Δ, pass, to: &result.error[l - 1]) }
    }
  }

  /// Δ^(L) = ∇_H J ⊙ h′(Z^(L)); where h has a full Jacobian, the sum over the outputs i of
  /// ∂J/∂h_i ⊙ ∂h_i/∂Z                                                      [W] (BP1.2)
  ///
  /// [W] prints ⊙ for softmax too. The chain goes through the parts of the cost (h, log h,
  /// log(1 − h)), whose derivatives stay finite where h is 0 or 1.
  @inlinable
  public func outputError(_ pass: ForwardPass<Number>) -> Matrix<Number> {
    if let Δ = outputs(.error, pass) { return scale * Δ }
    var Δ = Matrix<Number>(rows: network.outputs, columns: batch.count)
    for part in 0..<h.partCount {
      let slope = outputs(pass) { k, frame in h.slope(part: part, k, &frame) }
      Δ = Δ + slope ⊙ outputs(pass) { k, frame in h.jacobian(part: part, k, k, &frame) }
      guard !h.isElementwise else { continue }
      for i in 1...network.outputs {
        let jacobian = outputs(pass) { k, frame in
          k == i ? .zero : h.jacobian(part: part, i, k, &frame)
        }
        Δ = Δ + slope.broadcasting(row: i, rows: network.outputs) ⊙ jacobian
      }
    }
    return scale * Δ
  }

  /// ∂J/∂A^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1)                                         [W] §6.2.2
  @inlinable
  public func activationGradient(_ l: Int, errorAbove Δ: Matrix<Number>) -> Matrix<Number> {
    transposedProduct(W[l + 1], Δ).onOneCore(isOnOneCore).value
  }

  /// Δ^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))                                 [W] (BP2.2)
  @inlinable
  public func hiddenError(
    _ l: Int, errorAbove Δ: Matrix<Number>, _ pass: ForwardPass<Number>
  ) -> Matrix<Number> {
    .made { writeHiddenError(l, errorAbove: Δ, pass, to: &$0) }
  }

  /// (W^(ℓ+1))ᵀ Δ^(ℓ+1), and that ⊙ g′(Z^(ℓ)) in its place.
  @inlinable
  func writeHiddenError(
    _ l: Int, errorAbove Δ: Matrix<Number>, _ pass: ForwardPass<Number>,
    to result: inout Matrix<Number>
  ) {
    transposedProduct(W[l + 1], Δ).onOneCore(isOnOneCore).write(to: &result)
    let (Z, A, sides) = (pass.weightedInput[l], pass.activation[l], pass.sides.nodes[l])
    if D != nil || !g[l].multiply(&result, bySlopesAt: Z, A, sides: sides) {
      result = result ⊙ activationSlope(l, pass)
    }
  }

  /// ∇_W J = Δ^(ℓ) (A^(ℓ−1))ᵀ + λ₂/M W + λ₁/M sign(W)                       [W] (BP3.2), §9
  @inlinable
  public func weightGradient(
    _ l: Int, error Δ: Matrix<Number>, _ pass: ForwardPass<Number>
  ) -> Matrix<Number> {
    .made { writeWeightGradient(l, error: Δ, pass, to: &$0) }
  }

  @inlinable
  func writeWeightGradient(
    _ l: Int, error Δ: Matrix<Number>, _ pass: ForwardPass<Number>,
    to result: inout Matrix<Number>
  ) {
    if l == 2, let sparse {
      sparseWeightGradient(sparse, error: Δ, to: &result)
    } else {
      productTransposed(Δ, pass.activation[l - 1]).onOneCore(isOnOneCore).write(to: &result)
    }
    if !network.penalty.isNone { result = result + penaltySlope(l, pass) }
  }

  @usableFromInline
  func sparseWeightGradient(
    _ layer: SparseLayer, error Δ: Matrix<Number>, to result: inout Matrix<Number>
  ) {
    // A sparse layer is given to engines of Double alone.
    guard let Δ = Δ as? Matrix<Double> else {
      preconditionFailure("a sparse layer of \(Number.self)")
    }
    result.withEntries(of: Double.self) { layer.writeWeightGradient(error: Δ, to: &$0) }
  }

  /// ∇_b J = Δ^(ℓ) 1                                                        [W] (BP4.2)
  @inlinable
  public func biasGradient(_ l: Int, error Δ: Matrix<Number>) -> [Number] { timesOnes(Δ) }

  /// ∇_H J.
  @inlinable
  public func outputGradient(_ pass: ForwardPass<Number>) -> Matrix<Number> {
    if let gradient = outputs(.gradient, pass) { return scale * gradient }
    var gradient = Matrix<Number>(rows: network.outputs, columns: batch.count)
    for part in 0..<h.partCount {
      gradient =
        gradient
        + outputs(pass) { k, frame in
          let slope = h.slope(part: part, k, &frame)
          // y = 0 leaves the term out; where h is 0 too, 0 · (1/h) would be no number.
          return slope.real == 0 ? .zero : slope * h.outputSlope(part: part, k, &frame)
        }
    }
    return scale * gradient
  }

  @inlinable
  public func slope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number>? {
    if l < L { return activationSlope(l, pass) }
    guard h.isElementwise else { return nil }
    return outputs(.slope, pass)
      ?? outputs(pass) { k, frame in h.hypothesisSlope(k, &frame) ?? .zero }
  }

  /// g′(Z^(ℓ)) on the sides of the forward pass; under dropout g′(Z^(ℓ)) ⊙ D^(ℓ), what A^(ℓ) has as
  /// its derivative there.
  @inlinable
  func activationSlope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number> {
    guard let D else { return plainSlope(l, pass) }
    var pass = pass
    activate(l, holds: true, &pass)  // A^(ℓ) as it was before the mask
    return plainSlope(l, pass) ⊙ D[l]
  }

  /// g′(Z^(ℓ)), element by element, where A^(ℓ) = g(Z^(ℓ)).
  @inlinable
  func plainSlope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number> {
    let (Z, A, sides) = (pass.weightedInput[l], pass.activation[l], pass.sides.nodes[l])
    if let slopes = g[l].slopes(Z, A, sides: sides) { return slopes }
    var frame = g[l].frame(over: Number.self)
    frame.holdsSides = true
    var slope = Z
    for position in slope.entries.indices {
      frame.sides = sides[position]
      slope.entries[position] = g[l].slope(Z.entries[position], A.entries[position], &frame)
    }
    return slope
  }

  /// A quantity of the outputs in its array form, where there is one.
  @inlinable
  func outputs(_ quantity: OutputQuantity, _ pass: ForwardPass<Number>) -> Matrix<Number>? {
    h.values(of: quantity, pass.weightedInput[L], Y, sides: pass.sides.nodes[L])
  }

  /// A formula of the outputs as a K × M matrix.
  @inlinable
  func outputs(
    _ pass: ForwardPass<Number>, _ formula: (_ k: Int, _ frame: inout Frame<Number>) -> Number
  ) -> Matrix<Number> {
    var result = Matrix<Number>(rows: network.outputs, columns: batch.count)
    var frame = h.frame(over: Number.self, examples: M)
    frame.holdsSides = true
    for m in 1...batch.count {
      load(m, pass, &frame)
      if !h.isFastSoftmax {
        h.outputs(sides: { pass.sides.nodes[L][($0 - 1) * batch.count + m - 1] }, &frame)
      }
      for k in 1...network.outputs {
        frame.sides = pass.sides.nodes[L][(k - 1) * batch.count + m - 1]
        result[k, m] = formula(k, &frame)
      }
    }
    return result
  }

  /// What stands before the sums of the cost.
  @inlinable var scale: Number {
    var frame = h.frame(over: Number.self, examples: M)
    return h.scale(&frame)
  }

  @inlinable
  func penaltySlope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number> {
    var frame = penalty.frame(over: Number.self, examples: M)
    frame.holdsSides = true
    var slope = W[l]
    for position in slope.entries.indices {
      if network.penalty.l1 > 0 { frame.sides = pass.sides.weights[l][position] }
      slope.entries[position] = penalty.slope(slope.entries[position], &frame)
    }
    return slope
  }
}
