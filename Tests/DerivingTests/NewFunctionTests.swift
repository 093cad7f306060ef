// A new function needs no derivation text: its definition is enough for every line.

import Nabla
import Testing

@testable import Deriving

@Suite("New functions") struct NewFunctionTests {
  /// The pairs with something new in them, where the cost has a value.
  static let pairs: [(cost: Cost, hypothesis: Hypothesis)] = PlantedMistakeTests.sample(
    (Cost.new + Cost.all).flatMap { cost in
      (Hypothesis.new + Hypothesis.all).map { (cost, $0) }
    }.filter { cost, hypothesis in
      (Cost.new.contains(cost) || Hypothesis.new.contains(hypothesis))
        && cost.isDefined(for: hypothesis, outputs: 3)
    }, 10, seed: 3)

  /// What fails in a derivation, in words.
  static func failures(of derivation: Derivation) -> [String] {
    let checked = CheckedDerivation(checking: derivation)
    let failed = derivation.lines.filter { !(checked.checks[$0.id] ?? []).allSatisfy(\.passed) }
    return RuleStructureTests.problems(of: derivation)
      + failed.map {
        "\(derivation.name): \($0.plain) \(checked.checks[$0.id]!.filter { !$0.passed })"
      }
  }

  @Test("a complete derivation of δ^(L) from definitions alone", arguments: pairs.indices)
  func pair(_ n: Int) throws {
    let (cost, hypothesis) = Self.pairs[n]
    let derivation = try Derivation.pair(cost, hypothesis)
    let failures = Self.failures(of: derivation)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    let result = derivation.result
    #expect(!RuleStructureTests.isUndone(result.equation.right), "\(result.plain)")
    guard case .matrix(.letter(let left)) = result.equation.left else {
      Issue.record("the last line is \(result.plain)")
      return
    }
    #expect(left.symbol == .letter("Δ", layer: .last, example: nil))
  }

  @Test("g′ of an activation from its definition alone", arguments: Activation.new)
  func activation(_ activation: Activation) throws {
    let derivation = try Derivation.slope(of: activation)
    let failures = Self.failures(of: derivation)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    #expect(!RuleStructureTests.isUndone(derivation.result.equation.right))
  }

  @Test("∂J/∂h of a cost, and a Jacobian, from their definitions alone")
  func parts() throws {
    for cost in Cost.new {
      #expect(Self.failures(of: try .slope(of: cost)) == [])
    }
    for hypothesis in Hypothesis.new where !hypothesis.isElementwise {
      #expect(Self.failures(of: try .jacobian(of: hypothesis)) == [])
    }
  }

  @Test("a cost that has no value is refused")
  func undefined() {
    #expect(throws: DerivingError.undefined(cost: "log-loss", hypothesis: "swish")) {
      try Derivation.pair(.logLoss, .swish)
    }
  }
}
