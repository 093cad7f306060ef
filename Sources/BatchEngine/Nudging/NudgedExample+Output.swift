// How a change of the output layer's weighted inputs changes the cost of one example.

import Kernels
import NetworkModel

extension NudgedExample {
  private var K: Int { point.engine.network.outputs }

  /// Log loss of softmax, where only node i of layer L−1 changes: Δz_k = w_ki Δa_i.
  func softmaxLogarithms(
    throughNode i: Int, _ da: UnsafePointer<Double>, _ count: Int,
    into result: UnsafeMutablePointer<Double>
  ) {
    let W = point.engine.W[point.engine.L]
    W.entries.withUnsafeBufferPointer { w in
      let reference = w[Int(point.outputTable.likeliest[m - 1]) * W.columns + i - 1]
      for k in 0..<K { buffers.sum[k] = w[k * W.columns + i - 1] - reference }
    }
    softmaxLogarithms(weights: buffers.sum, da, count, into: result)
  }

  /// Where Δz_k less that of the likeliest output is `weights[k]` t.
  private func softmaxLogarithms(
    weights: UnsafePointer<Double>, _ t: UnsafePointer<Double>, _ count: Int,
    into result: UnsafeMutablePointer<Double>
  ) {
    let table = point.outputTable
    let place = (m - 1) * K
    table.outputs.withUnsafeBufferPointer { h in
      table.targets.withUnsafeBufferPointer { y in
        kernel_change_softmax_log(
          K, weights, h.baseAddress! + place, y.baseAddress! + place, table.totals[m - 1],
          count, t, result)
      }
    }
  }

  /// Only z_k^(L) changes.
  func outputChange(
    of k: Int, by t: UnsafePointer<Double>, _ count: Int,
    into result: UnsafeMutablePointer<Double>
  ) -> Bool {
    switch point.output.form {
    case .softmaxLogarithms:
      let likeliest = Int(point.outputTable.likeliest[m - 1])
      for other in 0..<K {
        buffers.sum[other] = (other == k - 1 ? 1 : 0) - (likeliest == k - 1 ? 1 : 0)
      }
      softmaxLogarithms(weights: buffers.sum, t, count, into: result)
      return true
    case .softmax:
      for other in 0..<K {
        (buffers.inputs + other * NudgeBuffers.block).update(repeating: 0, count: count)
      }
      (buffers.inputs + (k - 1) * NudgeBuffers.block).update(from: t, count: count)
      return outputChange(count, into: result)
    case .elementwise(let quantities):
      guard let row = elementwise(quantities, k, t, count) else { return false }
      result.update(from: row, count: count)
      return true
    }
  }

  /// ΔZ^(L) stands in `buffers.inputs`.
  func outputChange(_ count: Int, into result: UnsafeMutablePointer<Double>) -> Bool {
    if case .elementwise(let quantities) = point.output.form {
      return sum(count, into: result) { k in
        elementwise(quantities, k, buffers.inputs + (k - 1) * NudgeBuffers.block, count)
      }
    }
    let (table, place) = (point.outputTable, (m - 1) * K)
    table.outputs.withUnsafeBufferPointer { h in
      table.others.withUnsafeBufferPointer { q in
        kernel_change_softmax(
          K, Int(table.likeliest[m - 1]), h.baseAddress! + place, q.baseAddress! + place, count,
          NudgeBuffers.block, buffers.inputs, buffers.activations, buffers.logarithms,
          buffers.sum, buffers.rest)
      }
    }
    guard case .softmax(let quantities) = point.output.form else {
      return sum(count, into: result) { k in
        let y = table.targets[(m - 1) * K + k - 1]
        if y == 0 { return nil }
        let row = buffers.logarithms + (k - 1) * NudgeBuffers.block
        kernel_change_scale(count, y, row, row)
        return UnsafePointer(row)
      }
    }
    return sum(count, into: result) { k in softmax(quantities, k, count) }
  }

  /// Σ_k of rows; false where there are none.
  private func sum(
    _ count: Int, into result: UnsafeMutablePointer<Double>,
    _ row: (_ k: Int) -> UnsafePointer<Double>?
  ) -> Bool {
    var isFirst = true
    for k in 1...K {
      guard let row = row(k) else { continue }
      if isFirst {
        result.update(from: row, count: count)
      } else {
        kernel_change_sum(count, result, row, result)
      }
      isFirst = false
    }
    return !isFirst
  }

  /// Δterm of output k, whose quantities depend on z_k alone.
  private func elementwise(
    _ quantities: [(slot: Int, program: ChangeProgram)], _ k: Int, _ t: UnsafePointer<Double>,
    _ count: Int
  ) -> UnsafePointer<Double>? {
    let L = point.engine.L
    let position = (k - 1) * point.engine.batch.count + m - 1
    load(k)
    var used = 0
    // The letter z is the input of every quantity; what they become are letters of the term.
    for (slot, program) in quantities {
      let workspace = buffers.workspace(after: used)
      buffers.letterChanges[0] = t
      let input = ChangeInput(
        letters: UnsafePointer(buffers.letters), changes: UnsafePointer(buffers.letterChanges),
        count: count, sides: point.pass.sides.nodes[L][position])
      buffers.letterChanges[slot] = run(program, input, workspace, L, k)
      buffers.letters[slot] = workspace.values[program.root]
      used += program.nodes.count
    }
    return term(count, buffers.workspace(after: used))
  }

  /// Δterm of output k of softmax; Δh and Δ log h stand in the buffers.
  private func softmax(
    _ quantities: [OutputChange.Quantity], _ k: Int, _ count: Int
  ) -> UnsafePointer<Double>? {
    let (table, place) = (point.outputTable, (m - 1) * K + k - 1)
    let complement = table.complements[place]
    load(k)
    let dh = buffers.activations + (k - 1) * NudgeBuffers.block
    let workspace = buffers.workspace
    // Rows behind those of the term's nodes hold what is derived from Δh.
    var row = buffers.workspace(after: point.output.term.nodes.count).rows
    for quantity in quantities {
      switch quantity.kind {
      case .output:
        buffers.letters[quantity.slot] = table.outputs[place]
        buffers.letterChanges[quantity.slot] = UnsafePointer(dh)
      case .complement:
        buffers.letters[quantity.slot] = complement
        kernel_change_scale(count, -1, dh, row)
        buffers.letterChanges[quantity.slot] = UnsafePointer(row)
      case .logarithm:
        buffers.letters[quantity.slot] = table.logarithms[place]
        buffers.letterChanges[quantity.slot] = UnsafePointer(
          buffers.logarithms + (k - 1) * NudgeBuffers.block)
      case .logarithmOfComplement:
        buffers.letters[quantity.slot] = Double.log(complement)
        if k - 1 == Int(table.likeliest[m - 1]) {
          kernel_change_log(count, 1, buffers.rest, buffers.rest)
          kernel_change_log(count, 1, buffers.sum, row)
          kernel_change_difference(count, buffers.rest, row, row)
        } else {
          kernel_change_log(count, -complement, dh, row)
        }
        buffers.letterChanges[quantity.slot] = UnsafePointer(row)
      }
      row += NudgeBuffers.block
    }
    return term(count, workspace)
  }

  /// The letters that the term has besides its quantities: z_k, y_k, M.
  private func load(_ k: Int) {
    for slot in 0..<point.output.letterCount { buffers.letterChanges[slot] = nil }
    buffers.letters[0] =
      point.pass.weightedInput[point.engine.L].entries[(k - 1) * point.engine.batch.count + m - 1]
    buffers.letters[1] = point.outputTable.targets[(m - 1) * K + k - 1]
    buffers.letters[2] = Double(point.engine.batch.count)
  }

  private func term(_ count: Int, _ workspace: ChangeWorkspace) -> UnsafePointer<Double>? {
    let input = ChangeInput(
      letters: UnsafePointer(buffers.letters), changes: UnsafePointer(buffers.letterChanges),
      count: count, sides: 0)
    return point.output.term.run(input, in: workspace)
  }
}
