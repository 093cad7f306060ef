// The cost with one number nudged: what moves is computed again, the rest is kept.

public import NetworkModel
public import Numbers

/// A probe into the batch engine's cost, in `Double`.
///
/// Nudging w_ij^(ℓ) or b_i^(ℓ) moves row i of Z^(ℓ) and the layers above; nudging z_i^(ℓ)(m) moves
/// example m only. The rest of the forward pass is kept, so the sample is what a full forward pass
/// would give, bit for bit.
///
/// The rounding bound of a sample is that of its forward pass, to first order:
///
///     Σ_ℓ |∂J/∂z^(ℓ)| · rounding of z^(ℓ) + Σ_ℓ |∂J/∂a^(ℓ)| · rounding of g + that of the cost
///
/// with the derivatives of the nudged pass itself: where a network is nearly fitted, they grow with
/// the nudge.
public struct BatchProbe: CostProbe {
  let engine: BatchPropagation<Double>
  let sides: Sides
  /// The forward pass where nothing is nudged, and the one that is being nudged: equal between two
  /// evaluations.
  var kept: State
  var state: State
  /// The weight that is being nudged, as it is then.
  var nudgedWeight: (layer: Int, i: Int, j: Int, value: Double)?
  let penaltySum: DoubleDouble
  let scale: DoubleDouble

  /// The layers of a forward pass, the roundings in them, and their examples' shares of J.
  struct State {
    var weightedInput: Layers<Matrix<Double>>
    var activation: Layers<Matrix<Double>>
    /// Bounds on the rounding of each z and of each g(z) by itself.
    var inputRounding: Layers<Matrix<Double>>
    var activationRounding: Layers<Matrix<Double>>
    /// Σ_k term, and the bound on its error, by example.
    var terms: [DoubleDouble]
    var bounds: [Double]
    var crossing: Kink?
  }

  /// - Parameter sides: where the kinks are held; `nil` for the sides that the numbers take.
  public init(_ engine: BatchPropagation<Double>, holding sides: Sides? = nil) {
    self.engine = engine
    let pass = engine.forward(holding: sides)
    self.sides = pass.sides
    let rounding = pass.weightedInput.map { Matrix<Double>(rows: $0.rows, columns: $0.columns) }
    state = State(
      weightedInput: pass.weightedInput, activation: pass.activation, inputRounding: rounding,
      activationRounding: rounding,
      terms: Array(repeating: .zero, count: engine.batch.count),
      bounds: Array(repeating: 0, count: engine.batch.count))
    kept = state
    penaltySum = Self.penaltySum(engine, pass.sides)
    var frame = engine.h.frame(over: DoubleDouble.self, examples: engine.batch.count)
    scale = engine.h.scale(&frame)

    for l in 2...engine.L {
      let rows = 1...engine.network.size(l)
      for i in rows { boundInput(l, i, allExamples, row(l, i), bias: engine.b[l][i - 1]) }
      if l < engine.L { activate(l, rows, allExamples) }
    }
    finish(allExamples)
    state.crossing = nil
    kept = state
  }

  var allExamples: ClosedRange<Int> { 1...engine.batch.count }

  public var base: CostSample { sample(of: kept, penalty: penaltySum, nudge: .zero) }

  public func value(of coordinate: Coordinate) -> Double {
    switch coordinate {
    case .weight(let l, let i, let j): engine.W[l][i, j]
    case .bias(let l, let i): engine.b[l][i - 1]
    case .weightedInput(let l, let i, let m): kept.weightedInput[l][i, m]
    }
  }

  public mutating func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    let old = value(of: coordinate)
    let new = old + h
    let nudge = DoubleDouble.sum(new, -old)
    var penalty = penaltySum
    let (row, examples): (Int, ClosedRange<Int>)
    let l = coordinate.layer
    switch coordinate {
    case .weight(_, let i, let j):
      (row, examples) = (i, allExamples)
      nudgeWeight(l, i, j, to: new)
      if !engine.network.penalty.isNone {
        penalty = penalty + (penaltyTerm(l, i, j, new) - penaltyTerm(l, i, j, old))
      }
    case .bias(_, let i):
      (row, examples) = (i, allExamples)
      nudgeBias(l, i, to: new)
    case .weightedInput(_, let i, let m):
      (row, examples) = (i, m...m)
      state.weightedInput[l][i, m] = new
    }
    state.crossing = signCrossing(coordinate, old, new)
    propagate(from: l, row: row, examples)
    let result = sample(of: state, penalty: penalty, nudge: nudge)
    restore(from: l, row: row, examples)
    nudgedWeight = nil
    return result
  }

  /// The weight itself, where |w| is penalised and the nudge moves it through 0.
  private func signCrossing(_ coordinate: Coordinate, _ old: Double, _ new: Double) -> Kink? {
    guard case .weight(let l, let i, let j) = coordinate, engine.network.penalty.l1 > 0,
      old.sign != new.sign || old == 0
    else { return nil }
    return .weight(layer: l, i: i, j: j)
  }

  public func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    var network = engine.network
    for coordinate in direction.coordinates {
      network.parameters[coordinate] += h * direction[coordinate]
    }
    let moved = BatchProbe(BatchPropagation(network, engine.batch), holding: sides)
    var sample = moved.base
    sample.nudge = DoubleDouble(h)
    return sample
  }
}
