// The cost with all parameters moved along a direction.

import Kernels
public import NetworkModel
import Numbers

extension IncrementalProbe {
  /// With D and d the direction's weights and biases, layer by layer
  ///
  ///     ΔZ^(ℓ) = (W + h D) ΔA^(ℓ−1) + h (D A^(ℓ−1) + d)
  ///
  /// where D A^(ℓ−1) + d is computed once for all h.
  public func evaluate(
    along direction: Parameters<Double>, by steps: [Double]
  ) -> [CostSample] {
    let slopes = Layers(
      first: 2,
      point.inputs.range.map { l in
        affine(direction.weights[l + 1], point.pass.activation[l], plus: direction.biases[l + 1])
          .value
      })
    var changes = Array(repeating: 0.0, count: steps.count)
    var sizes = changes
    var crossings: [Kink?] = Array(repeating: nil, count: steps.count)
    let buffers = NudgeBuffers(point)
    for m in 1...point.engine.batch.count {
      for first in stride(from: 0, to: steps.count, by: NudgeBuffers.block) {
        let block = Array(steps[first..<min(first + NudgeBuffers.block, steps.count)])
        withoutActuallyEscaping({ (column: Int, kink: Kink) in
          crossings[first + column] = crossings[first + column] ?? kink
        }) { note in
          let example = NudgedExample(point: point, buffers: buffers, m: m, noteCrossing: note)
          let change = example.change(along: direction, slopes, by: block)
          for (c, change) in change.enumerated() {
            changes[first + c] += change
            sizes[first + c] += change.magnitude
          }
        }
      }
    }
    let rounding = rounding(along: direction)
    return steps.indices.map { s in
      var sample = CostSample(
        change: point.scale * changes[s],
        roundingBound: steps[s].magnitude * rounding
          + point.scale.magnitude * sizes[s] * point.rounding.sum + 0x1p-1030,
        nudge: steps[s], crossing: crossings[s])
      addPenalty(along: direction, by: steps[s], to: &sample)
      return sample
    }
  }

  /// The bound divided by h. Nudges of single numbers are no sums; D A^(ℓ−1) + d is one of
  /// s_(ℓ−1) + 1 terms.
  private func rounding(along direction: Parameters<Double>) -> Double {
    let (bounds, terms) = (point.rounding.parameters, Double(point.engine.network.sizes.max() ?? 0))
    let sum = direction.weights.range.reduce(0) { sum, l in
      sum + Self.sum(direction.weights[l].entries, bounds.weights[l].entries)
        + Self.sum(direction.biases[l], bounds.biases[l])
    }
    return sum * (1 + terms / 64)
  }

  /// Σ |d| bound.
  private static func sum(_ direction: [Double], _ bounds: [Double]) -> Double {
    zip(direction, bounds).reduce(0) { $0 + $1.0.magnitude * $1.1 }
  }

  private func addPenalty(
    along direction: Parameters<Double>, by h: Double, to sample: inout CostSample
  ) {
    guard !point.engine.network.penalty.isNone else { return }
    for l in direction.weights.range {
      for i in 1...direction.weights[l].rows {
        for j in 1...direction.weights[l].columns {
          let nudge = h * direction.weights[l][i, j]
          let penalty = PenaltyChange(point, l, i, j)
          let (change, rounding) = penalty(by: nudge)
          sample.change += change
          sample.roundingBound += rounding
          sample.crossing = sample.crossing ?? penalty.crossing(by: nudge)
        }
      }
    }
  }
}

extension NudgedExample {
  /// Σ_k Δterm for each h, all parameters moved by h times the direction's.
  ///
  /// - Parameter slopes: D A^(ℓ−1) + d, by layer.
  func change(
    along direction: Parameters<Double>, _ slopes: Layers<Matrix<Double>>, by steps: [Double]
  ) -> [Double] {
    let count = steps.count
    var result = Array(repeating: 0.0, count: count)
    for l in 2...point.engine.L {
      if l > 2 {
        if activateLayer(l - 1, count) {
          multiply(point.engine.W[l], into: buffers.inputs, count)
          addMoved(direction.weights[l], by: steps)
        } else {
          clear(l, count)
        }
      } else {
        clear(l, count)
      }
      let D = slopes[l]
      for i in 0..<D.rows {
        let slope = D.entries[i * D.columns + m - 1]
        let row = buffers.inputs + i * NudgeBuffers.block
        for c in 0..<count { row[c] += steps[c] * slope }
      }
    }
    return result.withUnsafeMutableBufferPointer { memory in
      guard let start = memory.baseAddress, outputChange(count, into: start) else {
        return Array(repeating: 0, count: count)
      }
      return Array(memory)
    }
  }

  private func clear(_ l: Int, _ count: Int) {
    for i in 0..<point.engine.network.size(l) {
      (buffers.inputs + i * NudgeBuffers.block).update(repeating: 0, count: count)
    }
  }

  /// ΔZ += h D ΔA.
  private func addMoved(_ D: Matrix<Double>, by steps: [Double]) {
    multiply(D, into: buffers.logarithms, steps.count)
    for k in 0..<D.rows {
      let (row, moved) = (k * NudgeBuffers.block, buffers.logarithms)
      for c in steps.indices { buffers.inputs[row + c] += steps[c] * moved[row + c] }
    }
  }
}
