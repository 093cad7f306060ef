// What each warning of a claim means, in words.

import Diagnosing
import NetworkModel

extension ClaimWarning {
  func words(_ network: Network, _ markup: Markup) -> String {
    switch self {
    case .errorsNotAveraged(let examples):
      "The claimed δ are M = \(NumberText.count(examples)) times ours: 1/M stands in the gradients there "
        + "and not in δ, as some notes write it. That is a convention and no mistake."
    case .singlePrecision(let bound):
      "The claim is in single precision: a derivative may be off by as much as "
        + "\(NumberText.limit(bound)), and a smaller mistake cannot be seen. Compute in float64 to see more."
    case .fewDigits(let significant, let decimals, let bound):
      "The claim is written with \(counted(significant, "digit"))"
        + (decimals < significant ? " and \(counted(decimals, "decimal"))" : "")
        + ": a derivative may be off by as much as \(NumberText.limit(bound)), and a smaller mistake "
        + "cannot be seen. Write all digits to see more."
    case .reading(let reading): reading.words(network, markup)
    case .otherSides(let first, let count):
      "The claim takes another side at \(first.coordinate.symbol(markup)) (\(first.words))"
        + (count > 1 ? " or at another of \(counted(count, "kink"))" : "")
        + ", where J has a kink, or so near to one that roundings decide. Its convention is no less "
        + "right than the network file's."
    case .errorsWrong(let layers):
      "The gradients are right, but the claimed δ of layer\(layers.count == 1 ? "" : "s") "
        + "\(listed(layers.map(String.init))) \(layers.count == 1 ? "is" : "are") not ∂J/∂z."
    case .costWrong:
      "The gradients are right, but the claimed cost is not J."
    }
  }
}

extension [ClaimWarning] {
  /// A sentence or more for each; arrays that were read in one layout share theirs.
  func words(_ network: Network, _ markup: Markup) -> [String] {
    var layouts: Set<ClaimLayout> = []
    return compactMap { warning in
      guard case .reading(let reading) = warning else { return warning.words(network, markup) }
      guard layouts.insert(reading.layout).inserted else { return nil }
      let same = compactMap { other -> ClaimReading? in
        if case .reading(let other) = other, other.layout == reading.layout { other } else { nil }
      }
      return same.count == 1 ? reading.words(network, markup) : same.sharedWords(markup)
    }
  }
}

extension [ClaimReading] {
  /// Which arrays were read in the layout that they have in common.
  fileprivate func sharedWords(_ markup: Markup) -> String {
    let layers = listed(map { String($0.layer) })
    let layout =
      switch self[0].layout {
      case .transposedWeights: "as (in, out), the transposes of ∂J/∂W"
      case .biasColumn: "with the biases as column 0"
      case .biasRow: "as (in, out) with the biases as row 0"
      case .lastBiasColumn: "with the biases as the last column"
      case .lastBiasRow: "as (in, out) with the biases as the last row"
      case .examplesAsRows: "with an example in each row"
      case .flat: "as flat lists, row by row"
      case .oneVector: "from one list of all parameters"
      case .layersFromOne: "with layers counted from 1, as layers \(layers) of the notes"
      case .layersFromZero: "with layers counted from 0, as layers \(layers) of the notes"
      }
    return "\(listed(map { markup.literal($0.name) })) were read \(markup.sentence(layout))."
  }
}

extension ClaimReading {
  /// Which array was read in which layout.
  fileprivate func words(_ network: Network, _ markup: Markup) -> String {
    let (rows, columns) = (network.size(layer), network.size(layer - 1))
    let layout =
      switch layout {
      case .transposedWeights: "as (in, out), \(columns)×\(rows), the transpose of ∂J/∂W^(\(layer))"
      case .biasColumn: "with the biases as column 0, \(rows)×\(columns + 1)"
      case .biasRow: "as (in, out) with the biases as row 0, \(columns + 1)×\(rows)"
      case .lastBiasColumn: "with the biases as the last column, \(rows)×\(columns + 1)"
      case .lastBiasRow: "as (in, out) with the biases as the last row, \(columns + 1)×\(rows)"
      case .examplesAsRows: "with an example in each row"
      case .flat: "as a flat list, row by row"
      case .oneVector: "from one list of all parameters, layer by layer, weights before biases"
      case .layersFromOne: "with layers counted from 1, as layer \(layer) of the notes"
      case .layersFromZero: "with layers counted from 0, as layer \(layer) of the notes"
      }
    return "\(markup.literal(name)) was read \(markup.sentence(layout))."
  }
}
