// What every derivation has: numbered lines that follow one from the other, each with a change.

import Nabla
import Testing

@testable import Deriving

@Suite("Structure of derivations") struct RuleStructureTests {
  /// Every derivation that there is, found once for all tests.
  static let all = Topic.all.compactMap { try? $0.derivation() }

  /// What is wrong with the lines of a derivation, in words.
  static func problems(of derivation: Derivation) -> [String] {
    var problems: [String] = []
    var seen: [String: Step] = [:]
    for step in derivation.lines {
      if seen[step.id] != nil { problems.append("two lines \(step.id)") }
      for id in step.uses + (step.previous.map { [$0] } ?? []) where seen[id] == nil {
        problems.append("\(step.id) refers to \(id), which is not above it")
      }
      if let previous = step.previous.flatMap({ seen[$0] }),
        previous.equation == step.equation
      {
        problems.append("\(step.id) says what \(previous.id) says")
      }
      if step.isFresh != (step.previous == nil) { problems.append("\(step.id) is fresh, or not") }
      if !step.isReplayed { problems.append("\(step.id) is not what its rule gives") }
      if step.origin != nil, step.changes.isEmpty { problems.append("\(step.id) changes nothing") }
      seen[step.id] = step
    }
    let numbers = derivation.steps.map(\.id)
    if numbers != (1...derivation.steps.count).map(String.init) {
      problems.append("lines are numbered \(numbers)")
    }
    for step in derivation.steps {
      let letters = step.substeps.map { $0.id.dropFirst(step.id.count) }
      if step.substeps.contains(where: { !$0.id.hasPrefix(step.id) })
        || letters != letters.sorted()
      {
        problems.append("substeps of \(step.id) are numbered \(step.substeps.map(\.id))")
      }
    }
    return problems.map { "\(derivation.name): \($0)" }
  }

  /// Whether a side has a derivative that has not been carried out.
  static func isUndone(_ formula: Formula) -> Bool {
    switch formula {
    case .scalar(let expression): expression.contains(where: \.isUndone)
    case .matrix(let matrix): matrix.isUndone
    }
  }

  @Test("lines are numbered, refer backwards, change something, and are replayed")
  func lines() {
    #expect(Self.all.count == Topic.all.count)
    #expect(Self.all.map(\.name) == Topic.all.map(\.name))
    let problems = Self.all.flatMap(Self.problems)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test("every line of every derivation passes its checks, and every condition is needed")
  func checks() {
    var (lines, checks, conditions) = (0, 0, 0)
    for derivation in Self.all {
      let checked = CheckedDerivation(checking: derivation)
      for line in checked.derivation.lines {
        let own = checked.checks[line.id] ?? []
        #expect(
          !own.isEmpty && own.allSatisfy(\.passed), "\(derivation.name): \(line.plain) \(own)")
        conditions += own.count { $0.kind == .condition }
        let needed = line.conditions.count { if case .needed = $0.status { true } else { false } }
        #expect(own.count { $0.kind == .condition } == needed, "\(derivation.name): \(line.plain)")
      }
      lines += checked.lineCount
      checks += checked.checkCount
    }
    print(
      "\(Topic.all.count) derivations: \(lines) lines, \(checks) checks, \(conditions) conditions")
  }

  @Test("the error of the output layer has no undone derivative, for any pair")
  func results() {
    for (topic, derivation) in zip(Topic.all, Self.all) where topic.group == .pairs {
      let result = derivation.result.equation
      #expect(!Self.isUndone(result.right), "\(topic.name): \(derivation.result.plain)")
      guard case .matrix = result.left else {
        Issue.record("\(topic.name) does not end with matrices: \(derivation.result.plain)")
        continue
      }
    }
  }

  @Test("every rule of the list is used, and no other")
  func rules() throws {
    var used = Set(Self.all.flatMap(\.lines).map(\.rule.id))
    // No function of the notes is written with tanh or log(1 + u); new ones may be.
    for activation in Activation.new {
      used.formUnion(try Derivation.slope(of: activation).lines.map(\.rule.id))
    }
    let listed = Rule.all.map(\.id)
    #expect(Set(listed).subtracting(used).sorted() == [], "listed, not used")
    #expect(used.subtracting(listed).sorted() == [], "used, not listed")
    #expect(Set(listed).count == listed.count)
  }
}

extension MatrixExpression {
  fileprivate var isUndone: Bool {
    if case .letter(let letter) = self { return letter.entry.contains(where: \.isUndone) }
    return parts.contains(where: \.isUndone)
  }
}
