// Random expressions in u_i, v, w, c and x, for rules and algebra.

import Nabla

@testable import Deriving

/// A seeded source of expressions.
struct RuleRandom {
  private var random: SeededGenerator
  /// Letters that may occur, by the number of their nodes.
  private let letters: [String]
  /// Letters of one index.
  private let vectors: [String]

  init(
    seed: UInt64, letters: [String] = ["u", "v", "w", "c", "x"],
    vectors: [String] = ["u", "w", "x"]
  ) {
    random = SeededGenerator(seed: seed)
    self.letters = letters
    self.vectors = vectors
  }

  mutating func pick<T>(_ all: [T]) -> T { all[random.integer(below: all.count)] }

  /// An expression with some indices free.
  mutating func expression(depth: Int, _ scope: [Index] = [.i, .k]) -> Expression {
    if depth == 0 { return leaf(scope) }
    func next(_ random: inout Self) -> Expression { random.expression(depth: depth - 1, scope) }
    switch random.integer(below: 16) {
    case 0, 1: return .sum((0..<2 + random.integer(below: 2)).map { _ in next(&self) })
    case 2: return next(&self) - next(&self)
    case 3, 4: return .product((0..<2 + random.integer(below: 2)).map { _ in next(&self) })
    case 5: return next(&self) * .sum([next(&self), .negative(next(&self))])
    case 6: return next(&self) / next(&self)
    case 7:
      let factor = next(&self)
      return factor * next(&self) / (factor * next(&self))
    case 8: return .power(next(&self), 2 + random.integer(below: 2))
    case 9: return .exp(next(&self) / 8)
    case 10: return .log(1 + .power(next(&self), 2))
    case 11: return .log(positive(scope) * positive(scope) / .power(positive(scope), 2))
    case 12, 13:
      let index = pick([Index.i, .j, .k])
      return .sum(over: index, expression(depth: depth - 1, scope + [index]))
    case 14: return .negative(next(&self))
    default:
      return pick([
        .max(next(&self), next(&self)), .bracket(next(&self), .greater, next(&self)),
        .raised(positive(scope), to: pick([2, .letter("c"), 1 / 2])), .tanh(next(&self)),
      ])
    }
  }

  private mutating func leaf(_ scope: [Index]) -> Expression {
    switch random.integer(below: 8) {
    case 0: return .number(Double(1 + random.integer(below: 4)))
    case 1: return .same(pick(scope), pick(scope))
    case 2, 3, 4: return .letter(pick(vectors), pick(scope))
    default: return .letter(pick(letters))
    }
  }

  private mutating func positive(_ scope: [Index]) -> Expression {
    pick([
      .letter(pick(vectors), pick(scope)), .letter(pick(letters)), .exp(.letter(pick(letters))),
    ])
  }
}
