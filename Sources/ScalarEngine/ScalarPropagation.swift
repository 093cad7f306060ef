// The scalar engine: one loop per Σ of the notes, one function an equation, over any number.

public import NetworkModel
public import Notation
public import Numbers

/// Forward and backward propagation, one example at a time, as [W] §5.1 and §6.1 write it.
///
/// Nothing here is optimised, on purpose: it is what the equations say, with their indices, counted
/// from 1. Over `Double` it gives values, over `Dual` forward-mode derivatives, over `Complex` the
/// complex step, over `DoubleDouble` thirty digits, over `Bounded` rounding bounds. The compiler makes
/// code of its own for the numbers that it is told of: checkers call engines without knowing them.
public struct ScalarPropagation<Number: Scalar>: PropagationEngine {
  public let network: Network
  public let batch: Batch

  // The letters of the notes: w_ij^(ℓ) and b_i^(ℓ) (s_ℓ × 1); x_n^(m) and y_k^(m).
  @usableFromInline var w: Layers<Matrix<Number>>
  @usableFromInline var b: Layers<Matrix<Number>>
  @usableFromInline let y: Matrix<Number>
  /// d_i^(ℓ)(m) of dropout, s_ℓ × M, ℓ = 2 … L−1; `nil` without.
  @usableFromInline let d: Layers<Matrix<Number>>?
  // L, N and K are counted from the network's sizes, M from the batch.
  @usableFromInline let L: Int
  @usableFromInline let K: Int
  @usableFromInline let M: Int

  @usableFromInline let g: Layers<ActivationProgram>
  @usableFromInline let h: OutputProgram
  @usableFromInline let penalty: PenaltyProgram

  /// - Parameter nudges: what is added to a parameter, in the engine's numbers: the ε of a dual
  ///   number, the ih of a complex step.
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public init(_ network: Network, _ batch: Batch, nudging nudges: [Coordinate: Number] = [:]) {
    self.network = network
    self.batch = batch
    var parameters = network.parameters.map { Number($0) }
    for (coordinate, nudge) in nudges {
      parameters[coordinate] = parameters[coordinate] + nudge
    }
    w = parameters.weights
    b = parameters.biases.map { Matrix(rows: $0.count, columns: 1, entries: $0) }
    y = batch.targets.map { Number($0) }
    d = batch.masks?.map { $0.map { Number($0) } }
    L = network.lastLayer
    K = network.outputs
    M = batch.count
    g = network.activations.map(ActivationProgram.init)
    h = OutputProgram(hypothesis: network.hypothesis, cost: network.cost, outputs: network.outputs)
    penalty = PenaltyProgram(network.penalty)
  }

  /// s_ℓ.
  @usableFromInline func s(_ l: Int) -> Int { network.sizes[l - 1] }
}

// MARK: - Forward propagation

extension ScalarPropagation {
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func forward(holding sides: Sides? = nil) -> ForwardPass<Number> {
    forward(holding: sides, nudging: nil)
  }

  /// The forward pass with one weighted input nudged: z_i^(ℓ)(m) plus `by`.
  @inlinable @specialized(where Number == Double) @specialized(where Number == Bounded)
  public func forward(
    holding sides: Sides?, nudging nudge: (coordinate: Coordinate, by: Number)?
  ) -> ForwardPass<Number> {
    var pass = emptyPass(holding: sides)
    for m in 1...M {
      for l in 2...L {
        let a = pass.activation[l - 1]
        for i in 1...s(l) {
          pass.weightedInput[l][i, m] = weightedInput(l, i, m, a)
          if let nudge, nudge.coordinate == .weightedInput(layer: l, i: i, example: m) {
            pass.weightedInput[l][i, m] = pass.weightedInput[l][i, m] + nudge.by
          }
        }
        if l < L { activate(l, m, holds: sides != nil, &pass) }
      }
    }
    pass.cost = output(holds: sides != nil, &pass)
    if !network.penalty.isNone {
      pass.cost = pass.cost + penaltySum(holds: sides != nil, &pass)
    }
    return pass
  }

  /// z_i^(ℓ) = b_i^(ℓ) + Σ_j w_ij^(ℓ) a_j^(ℓ−1)                             [W] (FP1.1), (FP1.2)
  @inlinable
  func weightedInput(_ l: Int, _ i: Int, _ m: Int, _ a: Matrix<Number>) -> Number {
    let w = w[l]
    var z = b[l][i, 1]
    for j in 1...s(l - 1) {
      z = z + w[i, j] * a[j, m]
    }
    return z
  }

  /// a_i^(ℓ) = g(z_i^(ℓ)), ℓ = 2 … L−1; under dropout d_i^(ℓ) g(z_i^(ℓ))     [W] (FP1.1), §9.4
  @inlinable
  func activate(_ l: Int, _ m: Int, holds: Bool, _ pass: inout ForwardPass<Number>) {
    var frame = g[l].frame(over: Number.self)
    frame.holdsSides = holds
    for i in 1...s(l) {
      let position = (i - 1) * M + m - 1
      frame.sides = pass.sides.nodes[l][position]
      frame.isAtKink = false
      pass.activation[l][i, m] = g[l].value(pass.weightedInput[l][i, m], &frame)
      if let d { pass.activation[l][i, m] = d[l][i, m] * pass.activation[l][i, m] }
      pass.sides.nodes[l][position] = frame.sides
      if frame.isAtKink { pass.kinks.append(.node(layer: l, i: i, example: m)) }
    }
  }

  /// h_k = a_k^(L) = h(z^(L))_k and J = scale Σ_m Σ_k term(h_k, y_k)        [W] (FP1.2), §8
  @inlinable
  func output(holds: Bool, _ pass: inout ForwardPass<Number>) -> Number {
    var frame = h.frame(over: Number.self, examples: M)
    frame.holdsSides = holds
    var J = Number.zero
    for m in 1...M {
      compute(m, &frame, &pass)
      for k in 1...K { J = J + h.term(k, &frame) }
    }
    return h.scale(&frame) * J
  }

  /// Every output of example m.
  @inlinable
  func compute(_ m: Int, _ frame: inout Frame<Number>, _ pass: inout ForwardPass<Number>) {
    for k in 1...K { h.set(k, z: pass.weightedInput[L][k, m], y: y[k, m], &frame) }
    for k in 1...K {
      let position = (k - 1) * M + m - 1
      frame.sides = pass.sides.nodes[L][position]
      frame.isAtKink = false
      pass.activation[L][k, m] = h.output(k, &frame)
      pass.sides.nodes[L][position] = frame.sides
      if frame.isAtKink { pass.kinks.append(.node(layer: L, i: k, example: m)) }
    }
  }

  /// λ₂/2M Σ w² + λ₁/M Σ |w|                                                [W] §9.2, §9.3
  @inlinable
  func penaltySum(holds: Bool, _ pass: inout ForwardPass<Number>) -> Number {
    var frame = penalty.frame(over: Number.self, examples: M)
    frame.holdsSides = holds
    var sum = Number.zero
    for l in 2...L {
      for i in 1...s(l) {
        for j in 1...s(l - 1) {
          sum = sum + signed(l, i, j, &frame, &pass) { $0.penalty.term($0.w[l][i, j], &$1) }
        }
      }
    }
    return sum
  }

  /// A formula of one weight, with the sign that is held for it or that it has.
  @inlinable
  func signed(
    _ l: Int, _ i: Int, _ j: Int, _ frame: inout Frame<Number>, _ pass: inout ForwardPass<Number>,
    _ formula: (Self, inout Frame<Number>) -> Number
  ) -> Number {
    guard network.penalty.l1 > 0 else { return formula(self, &frame) }
    let position = (i - 1) * s(l - 1) + j - 1
    frame.sides = pass.sides.weights[l][position]
    frame.isAtKink = false
    let value = formula(self, &frame)
    pass.sides.weights[l][position] = frame.sides
    if frame.isAtKink { pass.kinks.append(.weight(layer: l, i: i, j: j)) }
    return value
  }

  @inlinable
  func emptyPass(holding sides: Sides?) -> ForwardPass<Number> {
    let layers = (2...L).map { Matrix<Number>(rows: s($0), columns: M) }
    return ForwardPass(
      weightedInput: Layers(first: 2, layers),
      activation: Layers(first: 1, [batch.inputs.map { Number($0) }] + layers),
      cost: .zero, sides: sides ?? Sides(network: network, examples: M), kinks: [])
  }
}
