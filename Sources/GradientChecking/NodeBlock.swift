// The numbers of a network, node by node: the portions that are measured.

import NetworkModel

/// Some of the numbers that belong to one node, as a probe takes them.
struct NodeBlock: Sendable {
  let layer: Int
  let i: Int
  /// Its weights are 0 ..< s_(ℓ−1), then comes its bias, then its weighted inputs by example.
  let numbers: [Int]
  let width: Int

  /// Enough for a probe to work on at once, few enough for their samples to stay near.
  static let largest = 512

  func coordinate(of number: Int) -> Coordinate {
    if number < width { return .weight(layer: layer, i: i, j: number + 1) }
    if number == width { return .bias(layer: layer, i: i) }
    return .weightedInput(layer: layer, i: i, example: number - width)
  }

  /// The blocks of all nodes, or of what was chosen of them.
  static func all(of places: Places, chosen: Chosen?) -> [NodeBlock] {
    var blocks: [NodeBlock] = []
    for l in places.layers {
      let width = places.size(l - 1)
      for i in 1...places.size(l) {
        let all = 0..<width + 1 + places.examples
        let numbers = chosen.map { $0.numbers(of: places, l, i) } ?? Array(all)
        for start in stride(from: 0, to: numbers.count, by: largest) {
          let part = numbers[start..<min(start + largest, numbers.count)]
          blocks.append(NodeBlock(layer: l, i: i, numbers: Array(part), width: width))
        }
      }
    }
    return blocks
  }
}
