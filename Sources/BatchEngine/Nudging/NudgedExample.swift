// How a change of weighted inputs moves through the layers above, for one example.

import Kernels
import NetworkModel
import Numbers

/// One example of the batch while its weighted inputs are being nudged.
struct NudgedExample {
  let point: NudgePoint
  let buffers: NudgeBuffers
  /// m.
  let m: Int
  /// Told of each column in which a kink was held on a side that it would have left.
  let noteCrossing: (_ column: Int, Kink) -> Void

  /// Σ_k Δterm for rows of changes of z_i^(ℓ), `count` ≤ `NudgeBuffers.block` of them; false where
  /// the cost does not change.
  func change(
    _ l: Int, _ i: Int, by t: UnsafePointer<Double>, _ count: Int,
    into result: UnsafeMutablePointer<Double>
  ) -> Bool {
    if l == point.engine.L { return outputChange(of: i, by: t, count, into: result) }
    guard let da = activate(l, i, t, count, buffers.activations) else { return false }
    if l + 1 == point.engine.L, case .softmaxLogarithms = point.output.form {
      softmaxLogarithms(throughNode: i, da, count, into: result)
      return true
    }
    let above = point.engine.W[l + 1]
    for k in 0..<above.rows {
      kernel_change_scale(
        count, above.entries[k * above.columns + i - 1], da,
        buffers.inputs + k * NudgeBuffers.block)
    }
    return propagate(from: l + 1, count, into: result)
  }

  /// The same, where ΔZ^(ℓ) stands in `buffers.inputs`.
  func propagate(
    from first: Int, _ count: Int, into result: UnsafeMutablePointer<Double>
  ) -> Bool {
    var l = first
    while l < point.engine.L {
      guard activateLayer(l, count) else { return false }
      multiply(point.engine.W[l + 1], into: buffers.inputs, count)
      l += 1
    }
    return outputChange(count, into: result)
  }

  /// ΔA^(ℓ) from ΔZ^(ℓ); false where no node changes.
  func activateLayer(_ l: Int, _ count: Int) -> Bool {
    buffers.active = 0
    for i in 0..<point.engine.network.size(l) {
      let place = i * NudgeBuffers.block
      if activate(l, i + 1, buffers.inputs + place, count, buffers.activations + place) != nil {
        buffers.nodes[buffers.active] = Int32(i)
        buffers.active += 1
      }
    }
    return buffers.active > 0
  }

  /// ΔZ^(ℓ) = W ΔA^(ℓ−1).
  func multiply(_ W: Matrix<Double>, into rows: UnsafeMutablePointer<Double>, _ count: Int) {
    W.entries.withUnsafeBufferPointer { w in
      kernel_change_multiply(
        W.rows, w.baseAddress, W.columns, buffers.active, buffers.nodes, count,
        buffers.activations, rows, NudgeBuffers.block)
    }
  }

  /// Δa_i^(ℓ); `nil` where it does not change.
  private func activate(
    _ l: Int, _ i: Int, _ t: UnsafePointer<Double>, _ count: Int,
    _ row: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double>? {
    let position = (i - 1) * point.engine.batch.count + m - 1
    let activation = point.activations[l]
    guard case .program(let program) = activation.form else {
      return activation.fastChange(
        at: point.pass.activation[l].entries[position], slope: point.slopes[l][position], by: t,
        count, into: row)
    }
    buffers.letters[0] = point.pass.weightedInput[l].entries[position]
    buffers.letterChanges[0] = t
    let input = ChangeInput(
      letters: UnsafePointer(buffers.letters), changes: UnsafePointer(buffers.letterChanges),
      count: count, sides: point.pass.sides.nodes[l][position])
    guard let result = run(program, input, buffers.workspace, l, i) else { return nil }
    row.update(from: result, count: count)
    return UnsafePointer(row)
  }

  /// Runs a program of node i of layer ℓ and tells of the kinks that were held.
  func run(
    _ program: ChangeProgram, _ input: ChangeInput, _ workspace: ChangeWorkspace, _ l: Int, _ i: Int
  ) -> UnsafePointer<Double>? {
    let result = program.run(input, in: workspace)
    if program.isSided {
      program.noteCrossings(input, in: workspace) {
        noteCrossing($0, .node(layer: l, i: i, example: m))
      }
    }
    return result
  }
}
