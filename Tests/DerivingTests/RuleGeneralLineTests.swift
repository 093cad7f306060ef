// The lines of BP1 that hold for every hypothesis, on networks whose outputs depend on every z.

import Nabla
import Testing

@testable import Deriving

@Suite("General lines") struct RuleGeneralLineTests {
  /// BP1 up to where each output has to depend on its own z alone, on networks with softmax.
  private static func general() throws -> Derivation {
    let whole = try Derivation.outputError()
    let steps = whole.steps.prefix { step in
      !step.lines.contains { line in
        line.conditions.contains { if case .alone = $0.statement { true } else { false } }
      }
    }
    return Derivation(
      name: whole.name, title: whole.title, source: whole.source, conventions: whole.conventions,
      symbols: whole.symbols, understoodExample: whole.understoodExample, steps: Array(steps),
      remarks: [],
      instances: Instance.samples(hypothesis: .softmax, cost: .quadratic, layer: .output))
  }

  @Test("(BP1.1) summed over all outputs holds for softmax, with the whole Jacobian transposed")
  func softmax() throws {
    let derivation = try Self.general()
    #expect(derivation.steps.count == 3)
    #expect(CheckedDerivation(checking: derivation).passed)
  }

  @Test("one path alone is caught there")
  func onePath() throws {
    let derivation = try Self.general()
    let checker = PlantedChecker(derivation)
    for step in derivation.lines {
      guard case .scalar(.summation(let index, nil, let body)) = step.equation.right else {
        continue
      }
      let wrong = PlantedLine(
        step: step, mistake: "the diagonal alone",
        right: .scalar(body.substituting(index, by: .k)))
      #expect(checker.catches(wrong), "\(wrong.text)")
    }
    let slips = checker.count(derivation.lines.flatMap(\.slips), mayBeEqual: true)
    #expect(slips.planted > 0 && slips.unnoticed.isEmpty, "\(slips.unnoticed)")
  }
}
