// The batch engine: FP2 and BP1.2–BP4.2 of [W] §5.2 and §6.2, one matrix expression an equation.

public import NetworkModel
public import Notation
public import Numbers

/// Forward and backward propagation of a whole batch, the examples as columns.
///
/// Written independently of the scalar engine, so that the two can check each other: the formulas of
/// the functions are the same, the products, sums and their indices are not.
public struct BatchPropagation<Number: Scalar>: PropagationEngine {
  public private(set) var network: Network
  public private(set) var batch: Batch

  @usableFromInline private(set) var W: Layers<Matrix<Number>>
  @usableFromInline private(set) var b: Layers<[Number]>
  @usableFromInline private(set) var X: Matrix<Number>
  @usableFromInline private(set) var Y: Matrix<Number>
  /// D^(ℓ) of dropout, ℓ = 2 … L−1; `nil` without.
  @usableFromInline private(set) var D: Layers<Matrix<Number>>?
  /// M of the cost and the penalty.
  @usableFromInline private(set) var M: Int
  /// What computes Z^(2) and ∇W^(2) instead of products with X, which has no rows then.
  @usableFromInline private(set) var sparse: SparseLayer?
  /// Whether products stay on the core that asks for them.
  @usableFromInline private(set) var isOnOneCore = false
  @usableFromInline let L: Int
  @usableFromInline let g: Layers<ActivationProgram>
  @usableFromInline private(set) var h: OutputProgram
  @usableFromInline let penalty: PenaltyProgram

  @specialized(where Number == Double) @specialized(where Number == Float)
  @specialized(where Number == Bounded)
  public init(_ network: Network, _ batch: Batch) {
    self.network = network
    self.batch = batch
    W = network.parameters.weights.map { $0.converted() }
    b = network.parameters.biases.map { $0.map { Number($0) } }
    X = batch.inputs.converted()
    Y = batch.targets.converted()
    D = batch.masks?.map { $0.converted() }
    M = batch.count
    L = network.lastLayer
    g = network.activations.map(ActivationProgram.init)
    h = OutputProgram(
      hypothesis: network.hypothesis, cost: network.cost, outputs: network.outputs, fast: true)
    penalty = PenaltyProgram(network.penalty)
  }

  /// The same engine, its hypothesis computed by the formulas of the notes alone.
  package var withoutFastForms: Self {
    var engine = self
    engine.h = OutputProgram(
      hypothesis: network.hypothesis, cost: network.cost, outputs: network.outputs)
    return engine
  }

  /// The same functions with another batch, which is a share of one with M examples: costs and gradients
  /// of the shares add up to those of the whole.
  func sharing(
    _ batch: Batch, ofExamples M: Int, onOneCore: Bool, sparse: SparseLayer? = nil
  ) -> Self {
    var engine = self
    engine.batch = batch
    engine.X = batch.inputs.converted()
    engine.Y = batch.targets.converted()
    engine.D = batch.masks?.map { $0.converted() }
    engine.M = M
    engine.isOnOneCore = onOneCore
    engine.sparse = sparse
    return engine
  }

  /// Puts other parameters into the network.
  mutating func replaceParameters(by parameters: Parameters<Double>) {
    network.parameters = parameters
    W = parameters.weights.map { $0.converted() }
    b = parameters.biases.map { $0.map { Number($0) } }
  }
}

// MARK: - Forward propagation

extension BatchPropagation {
  /// Every z, a and J.
  @inlinable
  public func forward(holding sides: Sides? = nil) -> ForwardPass<Number> {
    var pass = ForwardPass<Number>(
      weightedInput: Layers(first: 2, Array(repeating: .empty, count: L - 1)),
      activation: Layers(first: 1, [X] + Array(repeating: .empty, count: L - 1)), cost: .zero,
      sides: Sides(nodes: Layers(first: 2, []), weights: Layers(first: 2, [])), kinks: [])
    forward(holding: sides, to: &pass)
    return pass
  }

  /// The same into the memory of an earlier pass through this network: pages that nobody has touched
  /// yet take as long as the products.
  ///
  /// Z^(ℓ) = B^(ℓ) + W^(ℓ) A^(ℓ−1), A^(ℓ) = g(Z^(ℓ)), H = h(Z^(L))           [W] (FP2.1), (FP2.2)
  ///
  /// Under dropout A^(ℓ) = g(Z^(ℓ)) ⊙ D^(ℓ).
  @inlinable
  public func forward(holding sides: Sides? = nil, to pass: inout ForwardPass<Number>) {
    pass.activation[1] = X
    pass.sides = sides ?? Sides(network: network, examples: batch.count)
    pass.kinks = []
    for l in 2...L {
      if l == 2, let sparse {
        sparseWeightedInput(sparse, &pass)
      } else {
        affine(W[l], pass.activation[l - 1], plus: b[l]).onOneCore(isOnOneCore).write(
          to: &pass.weightedInput[l])
      }
      if l < L { activate(l, holds: sides != nil, &pass) }
      if l < L, let D { pass.activation[l] = pass.activation[l] ⊙ D[l] }
    }
    let (H, J) = output(holds: sides != nil, &pass)
    pass.activation[L] = H
    pass.cost = J + penaltySum(holds: sides != nil, &pass)
  }

  @usableFromInline
  func sparseWeightedInput(_ layer: SparseLayer, _ pass: inout ForwardPass<Number>) {
    pass.weightedInput[2].withEntries(of: Double.self) { layer.writeWeightedInput(to: &$0) }
  }

  /// A^(ℓ) = g(Z^(ℓ)), element by element.
  @inlinable
  func activate(_ l: Int, holds: Bool, _ pass: inout ForwardPass<Number>) {
    let Z = pass.weightedInput[l]
    if let kinks = g[l].values(
      Z, to: &pass.activation[l], sides: &pass.sides.nodes[l], holdsSides: holds)
    {
      pass.kinks += kinks.map { node(l, $0) }
      return
    }
    var frame = g[l].frame(over: Number.self)
    frame.holdsSides = holds
    var A = Z
    for position in A.entries.indices {
      frame.sides = pass.sides.nodes[l][position]
      frame.isAtKink = false
      A.entries[position] = g[l].value(Z.entries[position], &frame)
      pass.sides.nodes[l][position] = frame.sides
      if frame.isAtKink { pass.kinks.append(node(l, position)) }
    }
    pass.activation[l] = A
  }

  /// H, column by column, and J without the penalty.
  @inlinable
  func output(
    holds: Bool, _ pass: inout ForwardPass<Number>
  ) -> (H: Matrix<Number>, J: Number) {
    let Z = pass.weightedInput[L]
    if let (H, sum, kinks) = h.outputs(Z, Y, sides: &pass.sides.nodes[L], holdsSides: holds) {
      pass.kinks += kinks.map { node(L, $0) }
      return (H, scale * sum)
    }
    var H = Z
    var J = Number.zero
    var frame = h.frame(over: Number.self, examples: M)
    frame.holdsSides = holds
    for m in 1...batch.count {
      load(m, pass, &frame)
      for k in 1...network.outputs {
        let position = (k - 1) * batch.count + m - 1
        if !h.isFastSoftmax {
          frame.sides = pass.sides.nodes[L][position]
          frame.isAtKink = false
          _ = h.output(k, &frame)
          pass.sides.nodes[L][position] = frame.sides
          if frame.isAtKink { pass.kinks.append(node(L, position)) }
        }
        H.entries[position] = h.output(k, of: frame)
      }
      for k in 1...network.outputs { J = J + h.term(k, &frame) }
    }
    return (H, h.scale(&frame) * J)
  }

  /// Loads z and y of example m, and computes its outputs on the sides of the pass where this can be
  /// done for all of them at once.
  @inlinable
  func load(_ m: Int, _ pass: ForwardPass<Number>, _ frame: inout Frame<Number>) {
    for k in 1...network.outputs {
      h.set(k, z: pass.weightedInput[L][k, m], y: Y[k, m], &frame)
    }
    if h.isFastSoftmax { h.outputs(sides: { _ in 0 }, &frame) }
  }

  /// λ₂/2M Σ w² + λ₁/M Σ |w|                                                [W] §9.2, §9.3
  @inlinable
  func penaltySum(holds: Bool, _ pass: inout ForwardPass<Number>) -> Number {
    if network.penalty.isNone { return .zero }
    let isSigned = network.penalty.l1 > 0
    var frame = penalty.frame(over: Number.self, examples: M)
    frame.holdsSides = holds
    var sum = Number.zero
    for l in 2...L {
      for (position, w) in W[l].entries.enumerated() {
        if isSigned { frame.sides = pass.sides.weights[l][position] }
        frame.isAtKink = false
        sum = sum + penalty.term(w, &frame)
        if isSigned { pass.sides.weights[l][position] = frame.sides }
        if isSigned && frame.isAtKink {
          let (i, j) = position.quotientAndRemainder(dividingBy: W[l].columns)
          pass.kinks.append(.weight(layer: l, i: i + 1, j: j + 1))
        }
      }
    }
    return sum
  }

  @usableFromInline
  func node(_ l: Int, _ position: Int) -> Kink {
    let (i, m) = position.quotientAndRemainder(dividingBy: batch.count)
    return .node(layer: l, i: i + 1, example: m + 1)
  }
}
