// Backward propagation, one example at a time: BP1.1–BP4.1 of [W] §6.1, then the sum over m.

public import NetworkModel
public import Notation
public import Numbers

extension ScalarPropagation {
  /// δ_k^(L) = ∂J/∂z_k^(L) = Σ_i ∂J/∂h_i · ∂h_i/∂z_k                        [W] (BP1.1)
  ///
  /// [W] writes ∇_h J ⊙ h′(z) also for softmax, where every output depends on every z: there the sum
  /// over i is needed. Where the cost has log h_i, the chain goes through it: ∂J/∂(log h_i) is finite
  /// where ∂J/∂h_i = −y_i/(M h_i) is not.
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func outputError(_ pass: ForwardPass<Number>) -> Matrix<Number> {
    var δ = Matrix<Number>(rows: K, columns: M)
    withOutputs(of: pass) { m, frame in
      for k in 1...K {
        var sum = Number.zero
        for part in 0..<h.partCount {
          for i in 1...K where i == k || !h.isElementwise {
            let slope = h.slope(part: part, i, &frame)
            frame.sides = pass.sides.nodes[L][(k - 1) * M + m - 1]
            sum = sum + slope * h.jacobian(part: part, i, k, &frame)
          }
        }
        δ[k, m] = h.scale(&frame) * sum
      }
    }
    return δ
  }

  /// ∂J/∂a_j^(ℓ) = Σ_i w_ij^(ℓ+1) δ_i^(ℓ+1)                                 [W] §6.1.2
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func activationGradient(_ l: Int, errorAbove δ: Matrix<Number>) -> Matrix<Number> {
    let w = w[l + 1]
    var gradient = Matrix<Number>(rows: s(l), columns: M)
    for m in 1...M {
      for j in 1...s(l) {
        var sum = Number.zero
        for i in 1...s(l + 1) {
          sum = sum + w[i, j] * δ[i, m]
        }
        gradient[j, m] = sum
      }
    }
    return gradient
  }

  /// δ_j^(ℓ) = (Σ_i w_ij^(ℓ+1) δ_i^(ℓ+1)) g′(z_j^(ℓ))                       [W] (BP2.1)
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func hiddenError(
    _ l: Int, errorAbove: Matrix<Number>, _ pass: ForwardPass<Number>
  ) -> Matrix<Number> {
    var δ = activationGradient(l, errorAbove: errorAbove)
    let slope = activationSlope(l, pass)
    for m in 1...M {
      for j in 1...s(l) {
        δ[j, m] = δ[j, m] * slope[j, m]
      }
    }
    return δ
  }

  /// ∂J/∂w_ij^(ℓ) = Σ_m δ_i^(ℓ)(m) a_j^(ℓ−1)(m) + λ₂/M w_ij + λ₁/M sign(w_ij)
  ///                                                            [W] (BP3.1) summed over m, §9
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func weightGradient(
    _ l: Int, error δ: Matrix<Number>, _ pass: ForwardPass<Number>
  ) -> Matrix<Number> {
    let a = pass.activation[l - 1]
    var gradient = Matrix<Number>(rows: s(l), columns: s(l - 1))
    for i in 1...s(l) {
      for j in 1...s(l - 1) {
        var sum = Number.zero
        for m in 1...M {
          sum = sum + δ[i, m] * a[j, m]
        }
        gradient[i, j] = sum
      }
    }
    if !network.penalty.isNone { addPenaltySlope(l, pass, to: &gradient) }
    return gradient
  }

  /// ∂J/∂b_i^(ℓ) = Σ_m δ_i^(ℓ)(m)                               [W] (BP4.1) summed over m
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func biasGradient(_ l: Int, error δ: Matrix<Number>) -> [Number] {
    (1...s(l)).map { i in
      var sum = Number.zero
      for m in 1...M {
        sum = sum + δ[i, m]
      }
      return sum
    }
  }

  /// ∂J/∂h_k = scale ∂term/∂h_k                                             [V] (29), (30)
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func outputGradient(_ pass: ForwardPass<Number>) -> Matrix<Number> {
    var gradient = Matrix<Number>(rows: K, columns: M)
    withOutputs(of: pass) { m, frame in
      for k in 1...K {
        var sum = Number.zero
        for part in 0..<h.partCount {
          let slope = h.slope(part: part, k, &frame)
          // y = 0 leaves the term out; where h is 0 too, 0 · (1/h) would be no number.
          if slope.real == 0 { continue }
          sum = sum + slope * h.outputSlope(part: part, k, &frame)
        }
        gradient[k, m] = h.scale(&frame) * sum
      }
    }
    return gradient
  }

  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func slope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number>? {
    if l < L { return activationSlope(l, pass) }
    guard h.isElementwise else { return nil }
    var slope = Matrix<Number>(rows: K, columns: M)
    withOutputs(of: pass) { m, frame in
      for k in 1...K {
        frame.sides = pass.sides.nodes[L][(k - 1) * M + m - 1]
        slope[k, m] = h.hypothesisSlope(k, &frame) ?? .zero
      }
    }
    return slope
  }

  /// g′(z_i^(ℓ)), on the sides of the forward pass; under dropout d_i^(ℓ) g′(z_i^(ℓ)), which is
  /// ∂a_i^(ℓ)/∂z_i^(ℓ) there.
  @inlinable
  func activationSlope(_ l: Int, _ pass: ForwardPass<Number>) -> Matrix<Number> {
    var frame = g[l].frame(over: Number.self)
    frame.holdsSides = true
    var slope = Matrix<Number>(rows: s(l), columns: M)
    for m in 1...M {
      for i in 1...s(l) {
        frame.sides = pass.sides.nodes[l][(i - 1) * M + m - 1]
        let z = pass.weightedInput[l][i, m]
        if let d {
          slope[i, m] = d[l][i, m] * g[l].slope(z, g[l].value(z, &frame), &frame)
        } else {
          slope[i, m] = g[l].slope(z, pass.activation[l][i, m], &frame)
        }
      }
    }
    return slope
  }

  /// Visits every example with its outputs computed, on the sides of the forward pass.
  @inlinable
  func withOutputs(
    of pass: ForwardPass<Number>, _ visit: (_ m: Int, _ frame: inout Frame<Number>) -> Void
  ) {
    var frame = h.frame(over: Number.self, examples: M)
    frame.holdsSides = true
    var pass = pass
    for m in 1...M {
      compute(m, &frame, &pass)
      visit(m, &frame)
    }
  }

  @inlinable
  func addPenaltySlope(
    _ l: Int, _ pass: ForwardPass<Number>, to gradient: inout Matrix<Number>
  ) {
    var frame = penalty.frame(over: Number.self, examples: M)
    frame.holdsSides = true
    var pass = pass
    for i in 1...s(l) {
      for j in 1...s(l - 1) {
        gradient[i, j] =
          gradient[i, j]
          + signed(l, i, j, &frame, &pass) { $0.penalty.slope($0.w[l][i, j], &$1) }
      }
    }
  }
}
