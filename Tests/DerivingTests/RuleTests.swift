// Every rule: its statement and its example hold in numbers, its mistakes do not.

import Nabla
import Testing

@testable import Deriving

@Suite("Rules") struct RuleTests {
  /// Those that are statements about expressions, and not about matrices.
  static let scalar = Rule.all.filter { $0.id != Rule.vectorising.id }

  @Test("the statement holds", arguments: scalar.indices)
  func statement(_ n: Int) throws {
    let rule = Self.scalar[n]
    guard case .scalar(let left) = rule.statement.left,
      case .scalar(let right) = rule.statement.right
    else { return }
    for seed in 1...4 as ClosedRange<UInt64> {
      let instance = RuleWorld.instance(for: rule, outputs: RuleWorld.outputs(of: rule), seed: seed)
      let difference = try ruleDifference(left, right, on: instance)
      #expect(difference ?? 1 < 1e-12, "\(rule.id), seed \(seed): \(left.plain) = \(right.plain)")
    }
  }

  @Test("the example is rewritten to something equal", arguments: scalar.indices)
  func example(_ n: Int) throws {
    let rule = Self.scalar[n]
    let offered = rule.rewrites(rule.example, RuleWorld.context(of: rule))
    #expect(!offered.isEmpty, "\(rule.id) offers nothing for its example \(rule.example.plain)")
    for seed in 1...4 as ClosedRange<UInt64> {
      let instance = RuleWorld.instance(for: rule, outputs: RuleWorld.outputs(of: rule), seed: seed)
      for after in offered {
        let difference = try ruleDifference(rule.example, after, on: instance)
        #expect(
          difference ?? 1 < 1e-12,
          "\(rule.id), seed \(seed): \(rule.example.plain) is not \(after.plain)")
      }
    }
  }

  @Test("every mistake that the example allows makes another value", arguments: scalar.indices)
  func mistakes(_ n: Int) throws {
    let rule = Self.scalar[n]
    let context = RuleWorld.context(of: rule)
    let after = try #require(rule.rewrites(rule.example, context).first)
    let instances = (1...4 as ClosedRange<UInt64>).map {
      RuleWorld.instance(for: rule, outputs: RuleWorld.outputs(of: rule), seed: $0)
    }
    var made = 0
    for mistake in rule.mistakes {
      guard let wrong = mistake.wrong(rule.example, after, context) else { continue }
      made += 1
      let differences = try instances.map { try ruleDifference(after, wrong, on: $0) ?? 1 }
      #expect(
        differences.max()! > 1e-6,
        "\(rule.id), \(mistake.name): \(wrong.plain) is worth as much as \(after.plain)")
    }
    #expect(made > 0, "no mistake of \(rule.id) can be made in \(rule.example.plain)")
  }

  @Test("every rule has a name, a statement, a sentence, a hint, a question, and a mistake")
  func words() {
    for rule in Rule.all {
      for text in [rule.id, rule.name, rule.sentence, rule.hint, rule.question] {
        #expect(!text.isEmpty, "\(rule.id)")
      }
      #expect(rule.sentence.hasSuffix("."), "\(rule.id): \(rule.sentence)")
      #expect([".", "?"].contains(rule.hint.last) && rule.question.hasSuffix("?"), "\(rule.id)")
      #expect(rule.statement.left != rule.statement.right, "\(rule.id)")
      #expect(rule.id == Rule.vectorising.id || !rule.mistakes.isEmpty, "\(rule.id)")
      for mistake in rule.mistakes {
        #expect(!mistake.name.isEmpty && mistake.advice.hasSuffix("."), "\(rule.id)")
      }
      #expect(Set(rule.mistakes.map(\.name)).count == rule.mistakes.count, "\(rule.id)")
    }
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }
}
