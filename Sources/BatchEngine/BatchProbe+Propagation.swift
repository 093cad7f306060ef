// How a nudge moves through the layers: one row, then all that follows.

import NetworkModel
import Notation
import Numbers

extension BatchProbe {
  /// Row i of Z^(ℓ) with w_ij^(ℓ) replaced, summed anew in the order of the forward pass.
  mutating func nudgeWeight(_ l: Int, _ i: Int, _ j: Int, to new: Double) {
    var weights = row(l, i)
    weights[weights.startIndex + j - 1] = new
    nudgedWeight = (l, i, j, new)
    computeRow(l, i, allExamples, weights, bias: engine.b[l][i - 1])
  }

  /// Row i of Z^(ℓ) with b_i^(ℓ) replaced.
  mutating func nudgeBias(_ l: Int, _ i: Int, to new: Double) {
    computeRow(l, i, allExamples, row(l, i), bias: new)
  }

  /// Row i of W^(ℓ).
  func row(_ l: Int, _ i: Int) -> ArraySlice<Double> {
    engine.W[l].entries[engine.W[l].range(ofRow: i)]
  }

  /// What follows from a change of row i of Z^(ℓ): its activations, then every layer above.
  mutating func propagate(from l: Int, row i: Int, _ examples: ClosedRange<Int>) {
    if l < engine.L { activate(l, i...i, examples) }
    for above in l + 1..<engine.L + 1 {
      let rows = 1...engine.network.size(above)
      for i in rows {
        computeRow(above, i, examples, row(above, i), bias: engine.b[above][i - 1])
      }
      if above < engine.L { activate(above, rows, examples) }
    }
    finish(examples)
  }

  /// Everything that `propagate` has changed, as it was.
  mutating func restore(from l: Int, row i: Int, _ examples: ClosedRange<Int>) {
    for m in examples {
      state.weightedInput[l][i, m] = kept.weightedInput[l][i, m]
      state.inputRounding[l][i, m] = kept.inputRounding[l][i, m]
      state.activation[l][i, m] = kept.activation[l][i, m]
      state.activationRounding[l][i, m] = kept.activationRounding[l][i, m]
      state.terms[m - 1] = kept.terms[m - 1]
      state.bounds[m - 1] = kept.bounds[m - 1]
    }
    for above in l + 1..<engine.L + 1 {
      for i in 1...engine.network.size(above) {
        for m in examples {
          state.weightedInput[above][i, m] = kept.weightedInput[above][i, m]
          state.inputRounding[above][i, m] = kept.inputRounding[above][i, m]
          state.activation[above][i, m] = kept.activation[above][i, m]
          state.activationRounding[above][i, m] = kept.activationRounding[above][i, m]
        }
      }
    }
  }

  /// z_i^(ℓ) = b_i + Σ_j w_ij a_j for the examples, in that order.
  mutating func computeRow(
    _ l: Int, _ i: Int, _ examples: ClosedRange<Int>, _ weights: ArraySlice<Double>, bias: Double
  ) {
    let (M, first, count) = (engine.batch.count, examples.lowerBound - 1, examples.count)
    state.weightedInput[l].entries.withUnsafeMutableBufferPointer { z in
      state.activation[l - 1].entries.withUnsafeBufferPointer { a in
        let row = z.baseAddress! + (i - 1) * M + first
        for m in 0..<count { row[m] = bias }
        for (j, w) in weights.enumerated() {
          addMultiple(of: a.baseAddress! + j * M + first, by: w, to: row, count)
        }
      }
    }
    boundInput(l, i, examples, weights, bias: bias)
  }

  /// A = g(Z) for some rows and examples, with the kinks held, and its rounding.
  mutating func activate(_ l: Int, _ rows: ClosedRange<Int>, _ examples: ClosedRange<Int>) {
    let g = engine.g[l]
    var frame = g.frame(over: Bounded.self)
    frame.holdsSides = true
    for i in rows {
      for m in examples {
        frame.sides = sides.nodes[l][(i - 1) * engine.batch.count + m - 1]
        frame.crossed = false
        let a = g.value(Bounded(state.weightedInput[l][i, m]), &frame)
        state.activation[l][i, m] = a.value
        state.activationRounding[l][i, m] = a.error
        if frame.crossed && state.crossing == nil {
          state.crossing = .node(layer: l, i: i, example: m)
        }
      }
    }
  }
}
