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
  /// What every entry is times the right one, where that is one number.
  let ratio: Double?

  /// The blocks with wrong entries, from the output layer down, as backward propagation goes.
  static func all(of comparisons: [Comparison]) -> [WrongBlock] {
    var entries: [ClaimBlock: [Comparison]] = [:]
    for comparison in comparisons {
      entries[comparison.coordinate.block, default: []].append(comparison)
    }
    return entries.map { WrongBlock($0.key, $0.value) }.filter { $0.wrong > 0 }
      .sorted {
        ($1.block.layer, $0.block.kind == .biases ? 1 : 0)
          < ($0.block.layer, $1.block.kind == .biases ? 1 : 0)
      }
  }

  private init(_ block: ClaimBlock, _ comparisons: [Comparison]) {
    self.block = block
    wrong = comparisons.count { $0.verdict == .wrong }
    total = comparisons.count
    let largest = comparisons.max { $0.measured.magnitude < $1.measured.magnitude }
    let ratio = largest.map { $0.claimed / $0.measured } ?? .nan
    let isOne = comparisons.allSatisfy {
      ($0.claimed - ratio * $0.measured).magnitude <= (1 + ratio.magnitude) * $0.bound
    }
    self.ratio = isOne && ratio.isFinite ? ratio : nil
  }

  /// `every entry of ∂J/∂W^(2) is 2 times the right one`
  var pattern: String? {
    ratio.map {
      "every entry of \(block.symbol) is \(NumberText.text($0, digits: 4)) times the right one"
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
