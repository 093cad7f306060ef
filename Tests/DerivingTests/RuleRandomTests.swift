// Rules used on random expressions, wherever they apply, leave the value as it is.

import Nabla
import Testing

@testable import Deriving

@Suite("Rules on random expressions") struct RuleRandomTests {
  /// A rule without a context of its own.
  private static let rules = RuleTests.scalar.filter {
    ![Rule.chain, .paths, .naming, .assumption, .substitution, .recognition].map(\.id).contains(
      $0.id)
  }

  private static let context = RuleContext(
    definitions: RuleWorld.definitions(for: .definition).filter {
      ["u", "v"].contains($0.letter.name)
    }
    .filter { $0.letter.nodes.isEmpty },
    taken: [.i, .k])

  /// The expression and all its parts, and their derivatives by x and x_k.
  private static func subjects(of expression: Expression) -> [Expression] {
    var all: [Expression] = []
    func collect(_ part: Expression) {
      all.append(part)
      part.parts.forEach(collect)
    }
    collect(expression)
    return all
      + all.flatMap {
        [.partial($0, by: Letter("x")), .partial($0, by: Letter("x", node: .k))]
      }
  }

  @Test(
    "every candidate of every rule is equal to what it was",
    arguments: 1...(PlantedMistakeTests.isLong ? 1200 : 60))
  func candidates(_ seed: Int) throws {
    var random = RuleRandom(seed: UInt64(seed))
    let expression = random.expression(depth: 3)
    let instances = [2, 3].map {
      RuleWorld.instance(for: .definition, outputs: $0, seed: UInt64(seed))
    }
    for subject in Self.subjects(of: expression) {
      for rule in Self.rules {
        for after in rule.rewrites(subject, Self.context) {
          let instance = instances[rule.id == Rule.writingOut.id ? 0 : 1]
          guard let difference = try ruleDifference(subject, after, on: instance) else { continue }
          #expect(
            difference < 1e-10,
            "\(rule.id), seed \(seed), off by \(difference): \(subject.plain) is not \(after.plain)"
          )
        }
      }
    }
  }

  @Test(
    "a derivative carried out by rules is the one of dual numbers",
    arguments: 1...(PlantedMistakeTests.isLong ? 1500 : 100))
  func derivatives(_ seed: Int) throws {
    var random = RuleRandom(seed: UInt64(seed))
    let expression = random.expression(depth: 3)
    for x in [Letter("x"), Letter("x", node: .k)] {
      let whole = Expression.partial(expression, by: x)
      var chain = Chain(whole, context: Self.context)
      try chain.differentiate()
      let instance = RuleWorld.instance(for: .definition, outputs: 3, seed: UInt64(seed))
      #expect(!chain.right.contains(where: \.isUndone))
      guard let difference = try ruleDifference(whole, chain.right, on: instance) else { continue }
      #expect(
        difference < 1e-10,
        "seed \(seed), off by \(difference): \(whole.plain) is not \(chain.right.plain)")
    }
  }

  @Test(
    "simplifying leaves the value as it is",
    arguments: 1...(PlantedMistakeTests.isLong ? 1500 : 100))
  func simplifying(_ seed: Int) throws {
    var random = RuleRandom(seed: UInt64(seed))
    let expression = random.expression(depth: 3)
    var chain = Chain(.letter("J"), from: expression, context: RuleContext())
    try chain.simplify()
    let instance = RuleWorld.instance(for: .definition, outputs: 3, seed: UInt64(seed))
    guard let difference = try ruleDifference(expression, chain.right, on: instance) else { return }
    #expect(
      difference < 1e-9,
      "seed \(seed), off by \(difference): \(expression.plain) is not \(chain.right.plain)")
  }
}
