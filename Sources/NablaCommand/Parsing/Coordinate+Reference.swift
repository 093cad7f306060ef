// Parameters as they are named on the command line: w(2,1,3), b(2,1).

import Nabla

extension Coordinate {
  /// The parameter that `w(l,i,j)` or `b(l,i)` names, counted as in the notes: nodes from 1, layers
  /// from 2, because layer 1 is the input and has no parameters.
  init?(reference: String) {
    let text = reference.filter { $0 != " " }
    guard text.hasSuffix(")"), text.utf8.dropFirst().first == UInt8(ascii: "(") else { return nil }
    let fields = text.dropFirst(2).dropLast()
      .split(separator: ",", omittingEmptySubsequences: false)
    // Int("+2") is 2, which is no way to write an index.
    let numbers = fields.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == fields.count, let layer = numbers.first, layer >= 2,
      numbers.allSatisfy({ $0 >= 1 })
    else { return nil }
    switch (text.first, numbers.count) {
    case ("w", 3): self = .weight(layer: layer, i: numbers[1], j: numbers[2])
    case ("b", 2): self = .bias(layer: layer, i: numbers[1])
    default: return nil
    }
  }

  /// As it is named on the command line.
  var reference: String {
    switch self {
    case .weight(let l, let i, let j): "w(\(l),\(i),\(j))"
    case .bias(let l, let i): "b(\(l),\(i))"
    case .weightedInput(let l, let i, let m): "z(\(l),\(i),\(m))"
    }
  }

  /// Why a network with these sizes has no such parameter; `nil` where it has.
  func absence(fromSizes sizes: [Int]) -> String? {
    guard layer <= sizes.count else {
      return "The network has layers 2 to \(sizes.count) with parameters."
    }
    let (nodes, before) = (sizes[layer - 1], sizes[layer - 2])
    switch self {
    case .weight(let l, let i, let j) where i > nodes || j > before:
      return "W^(\(l)) has \(nodes) rows and \(before) columns."
    case .bias(let l, let i) where i > nodes:
      return "b^(\(l)) has \(nodes) \(nodes == 1 ? "entry" : "entries")."
    default: return nil
    }
  }
}
