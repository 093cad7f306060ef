// Both passes by a network's written equations, on whole arrays.

import NetworkModel
import Notation
import Numbers
import WorkedExamples

/// Works equations through for a batch, one after the other, right or wrong ones.
///
/// The third way to the same numbers, beside the two engines: what it runs are the formulas that the
/// derivations end in, so that a wrong formula is run exactly as a right one is. Every number comes with
/// a bound on what rounding, that of the given numbers included, can have done to somebody who computes
/// by the textbook's form or by the numerically sound one.
struct EquationRun: Sendable {
  let network: Network
  private(set) var table: LetterTable

  init(_ network: Network, _ batch: Batch) {
    self.network = network
    table = LetterTable(network, batch)
  }

  /// Finds what an equation gives, and keeps it for those that come after it.
  @discardableResult
  mutating func run(_ equation: WorkedEquation) throws(FormulaEvaluation.Unsupported)
    -> LetterTable.Entry
  {
    let entry = try value(of: equation)
    table[equation.left] = entry
    return entry
  }

  /// What an equation gives, its numbers in the order of its left side's indices.
  ///
  /// - Parameter only: the positions, from 0, of indices that are not wanted whole.
  func value(
    of equation: WorkedEquation, only positions: [String: [Int]] = [:]
  ) throws(FormulaEvaluation.Unsupported) -> LetterTable.Entry {
    let sound = network.soundForm(of: equation)
    let order = order(of: equation.left).map { index, extent in
      (index: index, extent: positions[index]?.count ?? extent)
    }
    let evaluation = FormulaEvaluation(table, only: positions)
    var result = try evaluation.value(sound).arranged(order)
    if sound != equation.right {
      let textbook = try evaluation.value(equation.right).arranged(order)
      result.values.widen(toHold: textbook.values)
    }
    return LetterTable.Entry(extents: result.extents, values: result.values)
  }

  /// The value that a letter has so far.
  func value(of letter: Letter) -> LetterTable.Entry? { table[letter] }

  /// Puts numbers in the place of what an equation gives.
  mutating func replace(_ letter: Letter, by values: [Bounded]) {
    guard let entry = table[letter] else { preconditionFailure("\(letter) has no value") }
    table[letter] = LetterTable.Entry(extents: entry.extents, values: values)
  }

  /// Sets α.
  mutating func setLearningRate(_ rate: Double) {
    table["α"] = LetterTable.Entry(extents: [], values: [Bounded(rate)])
  }

  private func order(of letter: Letter) -> [(index: String, extent: Int)] {
    let (name, layer) = table.shape.name(of: letter)
    return letter.indices.map { index in
      (index.name, extent(of: index, name: name, layer: layer, letter))
    }
  }

  /// How many values an index of a left side has: its own range may speak of another layer.
  private func extent(of index: Index, name: String, layer: Int?, _ letter: Letter) -> Int {
    if index.range == .examples { return table.shape.examples }
    let last = network.lastLayer
    let l = layer ?? last
    let isSource = letter.nodes.count == 2 && index == letter.nodes[1]
    return network.size(isSource ? l - 1 : l)
  }
}

extension [Bounded] {
  /// Widens the bounds so that numbers found by another form of the same formulas lie within them, with
  /// room for the luck of one rounding: by twice the largest difference.
  ///
  /// The other form's own bounds are no help: where 1 − h cancels, they know nothing of how h arose.
  fileprivate mutating func widen(toHold others: [Bounded]) {
    let reach = zip(self, others).reduce(0) { reach, pair in
      let difference = (pair.0.value - pair.1.value).magnitude
      return difference.isFinite ? Swift.max(reach, difference) : reach
    }
    for n in indices { self[n].error += 2 * reach }
  }
}
