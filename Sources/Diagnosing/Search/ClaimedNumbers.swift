// A claim's blocks beside what formulas give for them.

import NetworkModel
import Notation
import Numbers
import WorkedExamples

/// The numbers of a claim, and when a formula gives them.
struct ClaimedNumbers: Sendable {
  let claim: Claim
  /// What claimed δ are divided by: M where they are claimed without 1/M.
  let errorFactor: Double
  /// The largest right number of each kind of block in each layer: what residuals are measured by.
  var scales: [ClaimBlock: Double] = [:]

  /// The numbers of a block; `nil` for δ that are not claimed.
  func numbers(_ block: ClaimBlock) -> [Double]? {
    switch block.kind {
    case .weights: claim.gradient.weights[block.layer].entries
    case .biases: claim.gradient.biases[block.layer]
    case .error: claim.errors[block.layer]?.entries.map { $0 / errorFactor }
    }
  }

  /// Whether nothing but zeros is claimed where the right numbers are others: no formula gives that, nobody
  /// has run one.
  func isNothing(_ block: ClaimBlock) -> Bool {
    guard let numbers = numbers(block), let scale = scales[block] else { return false }
    return scale > 0 && numbers.allSatisfy { $0 == 0 }
  }

  /// Whether every number is what a formula gives, as far as the claim's precision goes.
  func agree(_ claimed: [Double], _ values: [Bounded]) -> Bool {
    for n in claimed.indices {
      let allowance = claim.precision.allowance(values[n], claimed: claimed[n])
      if !((claimed[n] - values[n].value).magnitude <= allowance) { return false }
    }
    return true
  }

  /// The same for δ, which is claimed `errorFactor` times as large: digits are counted there.
  func agreeErrors(_ claimed: [Double], _ values: [Bounded]) -> Bool {
    if errorFactor == 1 { return agree(claimed, values) }
    return agree(claimed.map { errorFactor * $0 }, values.map { Bounded(errorFactor) * $0 })
  }

  /// Claimed numbers as they stand, with the bounds of what a formula gives in their place.
  func bounded(_ claimed: [Double], _ values: [Bounded]) -> [Bounded] {
    zip(claimed, values).map { number, value in Bounded(number, error: value.error) }
  }

  /// The largest difference as a share of the largest number of the block, claimed, given by a formula or
  /// right.
  func residual(_ claimed: [Double], _ values: [Bounded], of block: ClaimBlock) -> Double {
    var (difference, largest) = (0.0, scales[block] ?? 0)
    for n in claimed.indices {
      let own = (claimed[n] - values[n].value).magnitude
      difference = own.isNaN ? .infinity : max(difference, own)
      largest = max(largest, claimed[n].magnitude, values[n].value.magnitude)
    }
    return difference == 0 ? 0 : difference / largest
  }
}

/// A few nodes of ∇W that show quickly that a formula does not give it.
struct BlockSample: Sendable {
  let positions: [String: [Int]]
  private let rows: [Int]
  private let columns: [Int]
  private let width: Int

  /// Up to eight rows and eight columns, evenly spread; `nil` where that is the whole block.
  init?(of matrix: Matrix<Double>, left: Letter) {
    rows = Self.spread(matrix.rows)
    columns = Self.spread(matrix.columns)
    width = matrix.columns
    if rows.count * columns.count == matrix.entries.count { return nil }
    positions = [left.nodes[0].name: rows, left.nodes[1].name: columns]
  }

  func pick(_ entries: [Double]) -> [Double] {
    rows.flatMap { i in columns.map { entries[i * width + $0] } }
  }

  private static func spread(_ count: Int) -> [Int] {
    count <= 8 ? Array(0..<count) : (0..<8).map { $0 * (count - 1) / 7 }
  }
}
