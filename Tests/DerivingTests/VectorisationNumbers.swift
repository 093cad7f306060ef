// Random numbers for every letter of an expression, and the comparison of a matrix with its entries.

import Nabla
import Testing

/// The end of every range: layers 1 … 4, the examples.
struct VectorisationSizes: Sendable, CustomTestStringConvertible {
  let sizes: [Int]
  let examples: Int
  /// ℓ: 2, or 3 where ℓ+1 is to be L.
  let current: Int
  var testDescription: String { "\(sizes), M = \(examples), ℓ = \(current)" }

  static let all = [
    VectorisationSizes(sizes: [2, 3, 5, 4], examples: 3, current: 2),
    VectorisationSizes(sizes: [4, 2, 3, 2], examples: 1, current: 3),
    VectorisationSizes(sizes: [3, 3, 3, 3], examples: 3, current: 3),
    VectorisationSizes(sizes: [1, 2, 1, 1], examples: 2, current: 2),
  ]
}

extension Instance {
  /// Random numbers for every letter of the expression; J and h are defined, g is the logistic
  /// function.
  init(
    for expression: Expression, _ sizes: VectorisationSizes, seed: UInt64
  ) {
    self.init(
      name: "\(sizes.testDescription), seed \(seed)", sizes: sizes.sizes,
      examples: sizes.examples, current: sizes.current)
    let z = Expression.letter("z")
    for layer in 1...sizes.sizes.count { functions[Entry("g", layer: layer)] = 1 / (1 + .exp(-z)) }
    var random = SeededGenerator(seed: seed)
    var whole = expression
    if expression.contains(where: { if case .partial = $0 { true } else { false } }) {
      definitions = Self.costAndSoftmax
      whole = .sum([expression] + definitions.map(\.value))
    }
    for letter in whole.letters
    where !definitions.contains(where: { $0.letter.name == letter.name }) {
      let evaluation = Evaluation<Double>(self)
      for place in assignments(of: letter.indices.filter { $0.position == nil }) {
        guard let entry = try? evaluation.entry(letter, place) else { continue }
        // Away from 0, since some letters are divided by.
        let number = 0.25 + random.uniform()
        if given[entry] == nil { given[entry] = random.uniform() < 0.5 ? number : -number }
      }
    }
  }

  /// J of every letter that the table differentiates it by; h is softmax of z.
  private static let costAndSoftmax: [Definition] = {
    let (i, j, k, c, m) = (Notes.i, Notes.j, Notes.k, Notes.c, Notes.m)
    let cost = Expression.sum(
      over: m, .sum(over: k, .power(Notes.h(k), 2) * Notes.y(k)))
    let penalty =
      Expression.sum(over: i, .sum(over: j, .power(Notes.w(i, j), 3)))
      + .sum(over: i, .power(Notes.b, 3))
    return [
      Definition(Letter("J"), cost + penalty, name: "cost"),
      Definition(
        Letter("h", node: k, example: m),
        .exp(Notes.zk(k)) / .sum(over: c, .exp(Notes.zk(c))), name: "softmax"),
    ]
  }()
}

extension Expression {
  /// Every letter, with the indices that it is written with.
  fileprivate var letters: [Letter] {
    switch self {
    case .letter(let letter): [letter]
    case .partial(let a, by: let letter): a.letters + [letter]
    default: parts.flatMap(\.letters)
    }
  }
}

/// The largest difference between a matrix's entries and the expression, relative to the larger one
/// (or to 1), over every place; infinite where the number of rows or columns is not right.
func largestDifference(
  _ matrix: MatrixExpression, _ expression: Expression, rows: Index?, columns: Index?,
  on instance: Instance
) throws -> Double {
  let free = expression.freeIndices.subtracting([rows, columns].compactMap { $0 })
  let evaluation = Evaluation<Double>(instance)
  func count(_ index: Index?) -> Int {
    index.map { instance.values(of: $0.range, current: instance.current).count } ?? 1
  }
  var largest = 0.0
  for place in instance.assignments(of: free.sorted { $0.name < $1.name }) {
    let values = try evaluation.value(of: matrix, at: place)
    guard values.count == count(rows), values.allSatisfy({ $0.count == count(columns) }) else {
      return .infinity
    }
    for row in 0..<count(rows) {
      for column in 0..<count(columns) {
        var entry = place
        if let rows { entry.indices[rows] = row + 1 }
        if let columns { entry.indices[columns] = column + 1 }
        let expected = try evaluation.value(expression, entry)
        let difference = (values[row][column] - expected).magnitude
        let relative = difference / Swift.max(1, expected.magnitude)
        largest = relative <= largest ? largest : (relative.isNaN ? .infinity : relative)
      }
    }
  }
  return largest
}
