// Ratios: what can be said of a wrong block that no formula gives.

import NetworkModel
import Numbers

extension Fingerprint.Relation {
  /// How claimed numbers are related to the right ones: a constant ratio, one for each row or column, a
  /// difference in proportion to the parameters, some entries only.
  static func between(
    _ claimed: [Double], _ right: [Bounded], of network: Network, _ block: ClaimBlock,
    examples: Int, where numbers: ClaimedNumbers
  ) -> Self {
    let width: Int =
      switch block.kind {
      case .error: examples
      case .weights: network.size(block.layer - 1)
      case .biases: 1
      }
    let places = Array(claimed.indices)
    func ratio(_ places: [Int]) -> Double? { constantRatio(claimed, right, places, numbers) }
    if claimed.count > 1, let ratio = ratio(places) { return .ratio(ratio) }
    let wrong = places.filter { !numbers.agree([claimed[$0]], [right[$0]]) }
    if wrong.count < places.count / 2 + 1 && wrong.count < places.count {
      return .entries(wrong: wrong.count, of: places.count)
    }
    let rows = Dictionary(grouping: places) { $0 / width }.values
    let columns = Dictionary(grouping: places) { $0 % width }.values
    if width > 1 && rows.allSatisfy({ ratio($0) != nil }) { return .ratioOfRows }
    if columns.count > 1 && rows.count > 1 && columns.allSatisfy({ ratio($0) != nil }) {
      return .ratioOfColumns
    }
    let parameters: [Double]? =
      switch block.kind {
      case .error: nil
      case .weights: network.parameters.weights[block.layer].entries
      case .biases: network.parameters.biases[block.layer]
      }
    let differences = zip(claimed, right).map { $0 - $1.value }
    if let parameters, parameters.count > 1,
      let factor = constantRatio(differences, parameters.map { Bounded($0) }, places, numbers)
    {
      return .proportionalToParameters(factor)
    }
    return .none
  }

  /// The one ratio of claimed to right numbers, if there is one that is not 1.
  private static func constantRatio(
    _ claimed: [Double], _ right: [Bounded], _ places: [Int], _ numbers: ClaimedNumbers
  ) -> Double? {
    let largest = places.max { right[$0].value.magnitude < right[$1].value.magnitude }
    guard let largest, right[largest].value != 0 else { return nil }
    let ratio = claimed[largest] / right[largest].value
    let scaled = right.map { Bounded(ratio * $0.value, error: 4 * ratio.magnitude * $0.error) }
    let isConstant = places.allSatisfy {
      (claimed[$0] - scaled[$0].value).magnitude
        <= numbers.claim.precision.allowance(scaled[$0], claimed: claimed[$0])
        + 1e-9 * claimed[largest].magnitude
    }
    return isConstant && ratio.isFinite ? ratio : nil
  }
}
