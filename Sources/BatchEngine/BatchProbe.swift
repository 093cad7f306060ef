// The cost with one number nudged: what moves is computed again, the rest is kept.

public import NetworkModel
public import Notation
public import Numbers

/// A probe into the batch engine's cost, in `Double`.
///
/// Nudging w_ij^(ℓ) or b_i^(ℓ) moves row i of Z^(ℓ) and the layers above; nudging z_i^(ℓ)(m) moves
/// example m only. The rest of the forward pass is kept, so the sample is what a full forward pass
/// would give, bit for bit.
///
/// The rounding bound of a sample is that of [its] forward pass, to first order:
///
///     Σ_ℓ |∂J/∂z^(ℓ)| · rounding of z^(ℓ) + Σ_ℓ |∂J/∂a^(ℓ)| · rounding of g + that of the cost
///
/// with the derivatives of the nudged pass itself: where a network is nearly fitted, they grow with
/// the nudge.
public struct BatchProbe: CostProbe {
  let engine: BatchEngine<Double>
  let sides: Sides
  let kept: State
  var state: State
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
  public init(_ engine: BatchEngine<Double>, holding sides: Sides? = nil) {
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

    let all = 1...engine.batch.count
    for l in 2...engine.L {
      for i in 1...engine.network.size(l) { boundInput(l, i, all) }
      if l < engine.L { activate(l, rows: 1...engine.network.size(l), all) }
    }
    finish(all)
    state.crossing = nil
    kept = state
  }

  public var base: CostSample { sample(of: kept, penalty: penaltySum, nudge: 0) }

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
    let nudge = DoubleDouble.sum(new, -old).real
    let (l, i, examples): (Int, Int, ClosedRange<Int>)
    var penalty = penaltySum
    switch coordinate {
    case .weight(let layer, let row, let j):
      (l, i, examples) = (layer, row, 1...engine.batch.count)
      nudgeRow(l, i, examples) { m in (new, j, h * engine_activation(l - 1, j, m)) }
      if !engine.network.penalty.isNone {
        penalty = penalty - penaltyTerm(l, i, j, old) + penaltyTerm(l, i, j, new)
      }
    case .bias(let layer, let row):
      (l, i, examples) = (layer, row, 1...engine.batch.count)
      nudgeRow(l, i, examples) { _ in (new, 0, h) }
    case .weightedInput(let layer, let row, let m):
      (l, i, examples) = (layer, row, m...m)
      state.weightedInput[l][i, m] = new
    }
    state.crossing = nil
    propagate(from: l, row: i, examples)
    let result = sample(of: state, penalty: penalty, nudge: nudge)
    restore(from: l, row: i, examples)
    return result
  }

  public func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    var network = engine.network
    for coordinate in direction.coordinates {
      network.parameters[coordinate] += h * direction[coordinate]
    }
    let moved = BatchProbe(BatchEngine(network, engine.batch), holding: sides)
    var sample = moved.base
    sample.nudge = h
    return sample
  }
}
