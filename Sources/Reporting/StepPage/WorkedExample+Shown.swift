// What of a network a page shows: all of a small one, the first three and the last of a large one.

import NetworkModel
import Notation
import WorkedExamples

extension WorkedExample {
  func shownNodes(_ l: Int) -> [Int] {
    let all = Array(1...network.size(l))
    return abridgement?.kept(all, of: .nodes(.number(l))) ?? all
  }

  var shownExamples: [Int] {
    let all = Array(1...batch.count)
    return abridgement?.kept(all, of: .examples) ?? all
  }

  /// The weights and biases between shown nodes.
  var shownParameters: [Coordinate] {
    (2...network.lastLayer).flatMap { l in
      shownNodes(l).flatMap { i in
        shownNodes(l - 1).map { Coordinate.weight(layer: l, i: i, j: $0) } + [.bias(layer: l, i: i)]
      }
    }
  }

  /// The value of a quantity with one node.
  func value(_ name: String, _ l: Int, _ i: Int, _ m: Int, isUpdated: Bool = false) -> Double {
    let letter = Letter(
      name, at: i, layer: name == "h" ? nil : l, example: batch.count == 1 ? nil : m)
    return value(of: isUpdated ? letter.updated : letter)?.real ?? .nan
  }
}
