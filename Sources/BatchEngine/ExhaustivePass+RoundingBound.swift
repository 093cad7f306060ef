// The running error bound of a pass: what its roundings can have done to J.
//
// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1, §3.3. Each
// rounding is at most u = 2^−53 times what was rounded; what it does to J is, to first order, that
// times the derivative of J by it, which backward propagation gives.

import NetworkModel
import Notation
import Numbers

extension ExhaustivePass {
  /// J = scale Σ_m Σ_k term + penalty, and the bound.
  mutating func finish(_ parameters: Parameters<Double>) {
    let h = formulas.h
    var frame = h.frame(over: Bounded.self, examples: formulas.batch.count)
    frame.holdsSides = true
    var Δ = Matrix<Double>(rows: formulas.network.outputs, columns: formulas.batch.count)
    var sum = DoubleDouble.zero
    for m in 1...formulas.batch.count {
      let (terms, error) = outputs(m, &frame)
      sum = sum + terms
      roundingBound += formulas.scale.high.magnitude * error
      for k in 1...Δ.rows {
        Δ[k, m] = outputError(k, m, &frame)
        activation[formulas.network.lastLayer][k, m] = h.output(k, of: frame).value
      }
    }
    boundLayers(outputError: Δ, parameters.weights)
    let penalty = penaltySum(parameters.weights)
    let data = formulas.scale * sum
    cost = data + penalty
    // What double-double itself rounds, 2^−104 a time, counts only where the rest is exact.
    // Near underflow it has fewer digits.
    roundingBound += 0x1p-98 * (data.high.magnitude + penalty.high.magnitude) + 0x1p-1030
  }

  /// Σ_k term of example m, and the bound on the error of computing it from z^(L).
  private func outputs(
    _ m: Int, _ frame: inout Frame<Bounded>
  ) -> (DoubleDouble, error: Double) {
    let (h, L, M) = (formulas.h, formulas.network.lastLayer, formulas.batch.count)
    for k in 1...formulas.network.outputs {
      let z = Bounded(weightedInput[L][k, m])
      h.set(k, z: z, y: Bounded(formulas.batch.targets[k, m]), &frame)
    }
    h.outputs(sides: { formulas.sides.nodes[L][($0 - 1) * M + m - 1] }, &frame)
    var sum = DoubleDouble.zero
    var error = 0.0
    for k in 1...formulas.network.outputs {
      let term = h.term(k, &frame)
      sum = sum + DoubleDouble(term.value)
      error += term.error
    }
    return (sum, error)
  }

  /// δ_k^(L) of example m.
  private func outputError(_ k: Int, _ m: Int, _ frame: inout Frame<Bounded>) -> Double {
    let (h, L, M) = (formulas.h, formulas.network.lastLayer, formulas.batch.count)
    var sum = 0.0
    for part in 0..<h.partCount {
      for i in 1...formulas.network.outputs where i == k || !h.isElementwise {
        let slope = h.slope(part: part, i, &frame).value
        if slope == 0 { continue }
        frame.sides = formulas.sides.nodes[L][(k - 1) * M + m - 1]
        sum += slope * h.jacobian(part: part, i, k, &frame).value
      }
    }
    return formulas.scale.high * sum
  }

  /// Adds what the roundings in z and g of every layer can have done to J.
  private mutating func boundLayers(outputError: Matrix<Double>, _ W: Layers<Matrix<Double>>) {
    var Δ = outputError
    for l in stride(from: formulas.network.lastLayer, through: 2, by: -1) {
      addEffect(of: inputRounding[l], times: Δ)
      guard l > 2 else { break }
      let G = gradient(W[l], Δ)
      addEffect(of: activationRounding[l - 1], times: G)
      Δ = slopes(l - 1) ⊙ G
    }
  }

  /// Wᵀ Δ.
  private func gradient(_ W: Matrix<Double>, _ Δ: Matrix<Double>) -> Matrix<Double> {
    var G = Matrix<Double>(rows: W.columns, columns: Δ.columns)
    for i in 1...W.rows {
      for j in 1...W.columns where W[i, j] != 0 {
        for m in 1...Δ.columns { G[j, m] += W[i, j] * Δ[i, m] }
      }
    }
    return G
  }

  private mutating func addEffect(of rounding: Matrix<Double>, times derivative: Matrix<Double>) {
    for (ρ, δ) in zip(rounding.entries, derivative.entries) { roundingBound += δ.magnitude * ρ }
  }

  private func slopes(_ l: Int) -> Matrix<Double> {
    let g = formulas.g[l]
    var frame = g.frame(over: Double.self)
    frame.holdsSides = true
    var result = weightedInput[l]
    for position in result.entries.indices {
      frame.sides = formulas.sides.nodes[l][position]
      let z = result.entries[position]
      result.entries[position] =
        if let mask = formulas.batch.masks?[l] {
          mask.entries[position] * g.slope(z, g.value(z, &frame), &frame)
        } else {
          g.slope(z, activation[l].entries[position], &frame)
        }
    }
    return result
  }

  /// The penalty, in double-double: its rounding is nothing beside the rest.
  private func penaltySum(_ W: Layers<Matrix<Double>>) -> DoubleDouble {
    if formulas.network.penalty.isNone { return .zero }
    var frame = formulas.penalty.frame(over: DoubleDouble.self, examples: formulas.batch.count)
    frame.holdsSides = true
    var sum = DoubleDouble.zero
    for l in W.range {
      for (position, w) in W[l].entries.enumerated() {
        if formulas.network.penalty.l1 > 0 { frame.sides = formulas.sides.weights[l][position] }
        sum = sum + formulas.penalty.term(DoubleDouble(w), &frame)
      }
    }
    return sum
  }
}
