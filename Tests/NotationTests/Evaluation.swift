// Evaluating expressions of a few letters in the tests of this target.

import Nabla

import class Foundation.ProcessInfo  // not all of it: it has an Expression of its own

/// How many times the short form's loops are run: 1, or 50 where `NABLA_LONG=1` is set.
let thoroughness = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1" ? 50 : 1

extension Expression {
  static let x = Expression.letter(Letter("x"))
  static let y = Expression.letter(Letter("y"))

  /// The expression's value for letters without an index; `sided` where its kinks are at most eight.
  func value<S: Scalar>(_ letters: [(name: String, value: S)], sided: Bool = true) -> S {
    var frame = Frame(letters: letters.map { [$0.value] })
    return Program(self, letters: letters.map(\.name), sided: sided).run(&frame)
  }

  /// The expression's value at x and y.
  func value<S: Scalar>(x: S, y: S = .one) -> S { value([("x", x), ("y", y)]) }

  /// The value for lists of numbers, at the given value of the index k.
  func value<S: Scalar>(lists: [(name: String, values: [S])], k: Int = 1) -> S {
    var frame = Frame(
      letters: lists.map(\.values), indices: [k - 1], count: lists[0].values.count)
    return Program(self, letters: lists.map(\.name), indices: [.k]).run(&frame)
  }
}

extension SeededGenerator {
  mutating func uniform(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
  mutating func integer(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
}
