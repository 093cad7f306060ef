// Blocks of gradients in the notation of the notes.

import Nabla

extension ClaimBlock {
  /// `Δ^(2)`, `∂J/∂W^(2)`, `∂J/∂b^(2)`.
  var symbol: String {
    switch kind {
    case .error: "Δ^(\(layer))"
    case .weights: "∂J/∂W^(\(layer))"
    case .biases: "∂J/∂b^(\(layer))"
    }
  }
}

extension Coordinate {
  /// The block that the derivative by it stands in.
  var block: ClaimBlock {
    switch self {
    case .weight(let l, _, _): ClaimBlock(.weights, layer: l)
    case .bias(let l, _): ClaimBlock(.biases, layer: l)
    case .weightedInput(let l, _, _): ClaimBlock(.error, layer: l)
    }
  }
}

/// How many entries of a block are wrong.
struct WrongBlock {
  let block: ClaimBlock
  let wrong: Int
  let total: Int

  /// The blocks with wrong entries, from the output layer down, as backward propagation goes.
  static func all(of comparisons: [Comparison]) -> [WrongBlock] {
    var counts: [ClaimBlock: (wrong: Int, total: Int)] = [:]
    for comparison in comparisons {
      let isWrong = comparison.verdict == .wrong
      let (wrong, total) = counts[comparison.coordinate.block] ?? (0, 0)
      counts[comparison.coordinate.block] = (wrong + (isWrong ? 1 : 0), total + 1)
    }
    return counts.filter { $0.value.wrong > 0 }
      .map { WrongBlock(block: $0.key, wrong: $0.value.wrong, total: $0.value.total) }
      .sorted {
        ($1.block.layer, $0.block.kind == .biases ? 1 : 0)
          < ($0.block.layer, $1.block.kind == .biases ? 1 : 0)
      }
  }

  /// `∂J/∂W^(2) is wrong in 9 of 9 entries, ∂J/∂b^(2) in 3 of 3`
  static func words(_ blocks: [WrongBlock]) -> String {
    blocks.enumerated().map { n, block in
      let count = "in \(block.wrong) of \(block.total)"
      return n == 0
        ? "\(block.block.symbol) is wrong \(count) entries" : "\(block.block.symbol) \(count)"
    }.joined(separator: ", ")
  }
}
