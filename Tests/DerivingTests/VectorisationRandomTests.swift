// Random expressions in index notation: a matrix of the same numbers, or an error.

import Nabla
import Testing

@Suite("Vectorisation of random expressions") struct VectorisationRandomTests {
  @Test(
    "products, sums and contractions of letters have an equal matrix, or none",
    arguments: [(Index.k, Index.m), (.k, .i), (.k, nil), (nil, .m), (nil, nil)]
      as [(
        Index?, Index?
      )])
  func random(_ rows: Index?, _ columns: Index?) throws {
    var generator = ExpressionGenerator(seed: 7)
    let count = 60
    var found = 0
    for number in 1...count {
      let indices = [rows, columns].compactMap { $0 }
      let expression = generator.expression(indices, depth: 3)
      guard
        let matrix = try? Vectorisation.vectorised(expression, rows: rows, columns: columns)
      else { continue }
      found += 1
      let shape = try matrix.shape
      #expect(
        shape == Shape(rows: rows?.range, columns: columns?.range),
        "\(number): \(expression) became \(matrix.text)")
      for sizes in VectorisationSizes.all.prefix(2) {
        let instance = Instance(for: expression, sizes, seed: UInt64(number))
        let difference = try largestDifference(
          matrix, expression, rows: rows, columns: columns, on: instance)
        #expect(difference <= 1e-12, "\(number): \(expression) became \(matrix.text)")
      }
    }
    #expect(found >= count / 2, "only \(found) of \(count) have a matrix form")
  }
}

/// Random expressions of u_k^(m), v_k^(m), c_i, w_ij and sums over new indices.
private struct ExpressionGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// An expression whose free indices are among the given ones.
  mutating func expression(_ indices: [Index], depth: Int) -> Expression {
    if depth == 0 { return letter(indices) }
    switch random.integer(below: 12) {
    case 0: return letter(indices)
    case 1, 2: return .sum(parts(indices, depth))
    case 3, 4, 5: return .product(parts(indices, depth))
    case 6: return -expression(indices, depth: depth - 1)
    case 7: return expression(indices, depth: depth - 1) / 2
    case 8: return .power(expression(indices, depth: depth - 1), 2)
    case 9: return .exp(.tanh(expression(indices, depth: depth - 1)))
    default:
      let range: Index.Range =
        [.examples, .outputs, .nodes(.current)][random.integer(below: 3)]
      let names = range == .examples ? ["m", "r"] : ["k", "i", "j"]
      let index = Index(names[random.integer(below: names.count)], range)
      let inner = indices.filter { $0 != index } + [index]
      return .sum(over: index, expression(inner, depth: depth - 1))
    }
  }

  private mutating func parts(_ indices: [Index], _ depth: Int) -> [Expression] {
    (0..<2 + random.integer(below: 2)).map { _ in expression(indices, depth: depth - 1) }
  }

  private mutating func letter(_ indices: [Index]) -> Expression {
    let examples = indices.filter { $0.range == .examples }
    let nodes = indices.filter { $0.range != .examples }
    func any(_ list: [Index]) -> Index { list[random.integer(below: list.count)] }
    guard !nodes.isEmpty else {
      return examples.isEmpty ? 3 : .letter("e", example: any(examples))
    }
    let node = any(nodes)
    // A letter for each range, so that no two of one name differ in their sizes.
    let suffix = node.range == .outputs ? "" : "′"
    switch random.integer(below: 5) {
    case ...1 where !examples.isEmpty:
      return .letter(["u", "v"][random.integer(below: 2)] + suffix, node, example: any(examples))
    case 2...3 where nodes.count > 1:
      let other = any(nodes.filter { $0 != node })
      return .letter("w" + suffix + (other.range == .outputs ? "" : "′"), node, other)
    case 4: return .number(Double(1 + random.integer(below: 3)))
    default: return .letter("c" + suffix, node)
    }
  }
}
