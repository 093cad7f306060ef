// The running error bound of a sample: what the roundings of its forward pass can have done to J.
//
// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1, §3.3. Each
// rounding is at most u = 2^−53 times what was rounded; what it does to J is, to first order, that
// times the derivative of J by it, which backward propagation gives.

import NetworkModel
import Notation
import Numbers

extension BatchProbe {
  /// Bounds the rounding in row i of Z^(ℓ).
  ///
  /// The rounding of an addition is a number, s + p − fl(s + p), and so is that of a product; summed
  /// with their signs they are the rounding of z itself. In long rows, where that of the products
  /// would cost more than the row, half a unit in their last place stands for it.
  mutating func boundInput(
    _ l: Int, _ i: Int, _ examples: ClosedRange<Int>, _ weights: ArraySlice<Double>, bias: Double
  ) {
    let (M, first, count) = (engine.batch.count, examples.lowerBound - 1, examples.count)
    let isShort = weights.count <= 64
    var sums = Array(repeating: bias, count: count)
    var errors = Array(repeating: 0.0, count: count)
    var bounds = errors
    state.activation[l - 1].entries.withUnsafeBufferPointer { a in
      for (j, w) in weights.enumerated() where w != 0 {
        let row = a.baseAddress! + j * M + first
        for m in 0..<count {
          let product = w * row[m]
          let sum = DoubleDouble.sum(sums[m], product)
          sums[m] = sum.high
          errors[m] += sum.low
          if isShort {
            errors[m] += (-product).addingProduct(w, row[m])
          } else if product != 0 {
            bounds[m] += Bounded.halfUnit(product)
          }
          bounds[m] += Bounded.unitRoundoff * sum.low.magnitude
        }
      }
    }
    for m in 0..<count {
      let known = errors[m].magnitude * (1 + 0x1p-40)
      state.inputRounding[l][i, first + 1 + m] = known + bounds[m] + .leastNonzeroMagnitude
    }
  }

  /// The examples' shares of J and of its rounding bound.
  mutating func finish(_ examples: ClosedRange<Int>) {
    let h = engine.h
    var frame = h.frame(over: Bounded.self, examples: engine.batch.count)
    frame.holdsSides = true
    var Δ = Matrix<Double>(rows: engine.network.outputs, columns: examples.count)
    for m in examples {
      let (term, error) = outputs(m, &frame)
      state.terms[m - 1] = term
      state.bounds[m - 1] = scale.high.magnitude * error
      for k in 1...Δ.rows {
        Δ[k, m - examples.lowerBound + 1] = outputError(k, m, &frame)
        state.activation[engine.L][k, m] = h.output(k, of: frame).value
      }
    }
    boundLayers(outputError: Δ, examples)
  }

  /// Σ_k term of example m, and the bound on the error of computing it from z^(L).
  func outputs(_ m: Int, _ frame: inout Frame<Bounded>) -> (DoubleDouble, error: Double) {
    let h = engine.h
    for k in 1...engine.network.outputs {
      let z = Bounded(state.weightedInput[engine.L][k, m])
      h.set(k, z: z, y: Bounded(engine.Y[k, m]), &frame)
    }
    h.outputs(sides: { sides.nodes[engine.L][($0 - 1) * engine.batch.count + m - 1] }, &frame)
    var sum = DoubleDouble.zero
    var error = 0.0
    for k in 1...engine.network.outputs {
      let term = h.term(k, &frame)
      sum = sum + DoubleDouble(term.value)
      error += term.error
    }
    return (sum, error)
  }

  /// δ_k^(L) of example m at the nudged point.
  func outputError(_ k: Int, _ m: Int, _ frame: inout Frame<Bounded>) -> Double {
    let h = engine.h
    var sum = 0.0
    for part in 0..<h.partCount {
      for i in 1...engine.network.outputs where i == k || !h.isElementwise {
        let slope = h.slope(part: part, i, &frame).value
        if slope == 0 { continue }
        frame.sides = sides.nodes[engine.L][(k - 1) * engine.batch.count + m - 1]
        sum += slope * h.jacobian(part: part, i, k, &frame).value
      }
    }
    return scale.high * sum
  }

  /// Adds what the roundings in z and g of every layer can have done to J.
  mutating func boundLayers(outputError: Matrix<Double>, _ examples: ClosedRange<Int>) {
    var Δ = outputError
    for l in stride(from: engine.L, through: 2, by: -1) {
      addEffect(of: state.inputRounding[l], times: Δ, examples)
      guard l > 2 else { break }
      let G = transposedProduct(weights(l), Δ)
      addEffect(of: state.activationRounding[l - 1], times: G, examples)
      Δ = slopes(l - 1, examples) ⊙ G
    }
  }

  /// W^(ℓ) with the nudged weight in it.
  private func weights(_ l: Int) -> Matrix<Double> {
    guard let nudgedWeight, nudgedWeight.layer == l else { return engine.W[l] }
    var weights = engine.W[l]
    weights[nudgedWeight.i, nudgedWeight.j] = nudgedWeight.value
    return weights
  }

  private mutating func addEffect(
    of rounding: Matrix<Double>, times derivative: Matrix<Double>, _ examples: ClosedRange<Int>
  ) {
    for i in 1...rounding.rows {
      for m in examples {
        let effect = derivative[i, m - examples.lowerBound + 1].magnitude * rounding[i, m]
        state.bounds[m - 1] += effect
      }
    }
  }

  private func slopes(_ l: Int, _ examples: ClosedRange<Int>) -> Matrix<Double> {
    var frame = engine.g[l].frame(over: Double.self)
    frame.holdsSides = true
    var result = Matrix<Double>(rows: engine.network.size(l), columns: examples.count)
    for i in 1...result.rows {
      for m in examples {
        frame.sides = sides.nodes[l][(i - 1) * engine.batch.count + m - 1]
        result[i, m - examples.lowerBound + 1] = engine.g[l].slope(
          state.weightedInput[l][i, m], state.activation[l][i, m], &frame)
      }
    }
    return result
  }

  // MARK: The penalty, in double-double: its rounding is nothing beside the rest.

  func penaltyTerm(_ l: Int, _ i: Int, _ j: Int, _ w: Double) -> DoubleDouble {
    var frame = engine.penalty.frame(over: DoubleDouble.self, examples: engine.batch.count)
    frame.holdsSides = true
    if engine.network.penalty.l1 > 0 {
      frame.sides = sides.weights[l][(i - 1) * engine.W[l].columns + j - 1]
    }
    return engine.penalty.term(DoubleDouble(w), &frame)
  }

  static func penaltySum(_ engine: BatchPropagation<Double>, _ sides: Sides) -> DoubleDouble {
    if engine.network.penalty.isNone { return .zero }
    var frame = engine.penalty.frame(over: DoubleDouble.self, examples: engine.batch.count)
    frame.holdsSides = true
    var sum = DoubleDouble.zero
    for l in 2...engine.L {
      for (position, w) in engine.W[l].entries.enumerated() {
        if engine.network.penalty.l1 > 0 { frame.sides = sides.weights[l][position] }
        sum = sum + engine.penalty.term(DoubleDouble(w), &frame)
      }
    }
    return sum
  }

  /// J = scale Σ_m Σ_k term + penalty.
  func sample(of state: State, penalty: DoubleDouble, nudge: DoubleDouble) -> CostSample {
    var sum = DoubleDouble.zero
    var bound = 0.0
    for m in state.terms.indices {
      sum = sum + state.terms[m]
      bound += state.bounds[m]
    }
    let data = scale * sum
    // What double-double itself rounds, 2^−104 a time, counts only where the rest is exact.
    // Near underflow it has fewer digits.
    bound += 0x1p-98 * (data.high.magnitude + penalty.high.magnitude) + 0x1p-1030
    return CostSample(
      cost: data + penalty, roundingBound: bound, nudge: nudge, crossing: state.crossing)
  }
}
