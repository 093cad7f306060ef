// Every step of an own backpropagation: right, not written, and with every planted mistake.

import Nabla
import Testing

@testable import NablaTesting

extension MyNetwork: BackpropSteps {}

@Suite("Steps")
struct StepTests {
  @Test("A right step is right", arguments: BackpropStep.allCases)
  func right(_ step: BackpropStep) { expectStep(step, of: MyNetwork.self) }

  @Test("A step that is not written is not attempted, and passes", arguments: BackpropStep.allCases)
  func notAttempted(_ step: BackpropStep) {
    for probe in step.probes {
      guard case .notAttempted = StepCheck(step, Unwritten.self, probe).run() else {
        Issue.record("\(step) at \(probe) is attempted")
        continue
      }
      let text = StepText(step: step, probe: probe, hint: .pattern).text(.notAttempted)
      #expect(text?.severity == .warning)
      #expect(text?.text.text.contains("not attempted") == true)
    }
  }

  @Test("A planted mistake is found in its step, and named", arguments: PlantedMistake.all)
  func planted(_ mistake: PlantedMistake) {
    MyNetwork.$mistake.withValue(mistake.name) {
      withKnownIssue {
        expectStep(mistake.step, of: MyNetwork.self, hint: .pattern)
      } matching: {
        $0.severity == .error && $0.text.contains(mistake.named)
          && $0.text.hasPrefix("step \(mistake.step.rawValue)")
      }
    }
  }

  @Test(
    "A mistake in one step makes no other look wrong, but the sixth, which is made of the first five",
    arguments: [
      "forward without bias", "sign", "no slope", "gradient sign", "bias zero", "no average",
      "no penalty",
    ])
  func separate(_ name: String) throws {
    let mistake = try #require(PlantedMistake.all.first { $0.name == name })
    MyNetwork.$mistake.withValue(name) {
      for step in BackpropStep.allCases where step != mistake.step {
        guard case .finding(let finding) = StepCheck(step, MyNetwork.self, .standard).run() else {
          continue
        }
        let isMadeOfIt = step == .batch && mistake.step < .batch
        #expect(finding.severity == (isMadeOfIt ? .error : nil), "\(step)")
      }
    }
  }

  @Test("Hints come in stages: what it looks like, the line, the derivation")
  func stages() throws {
    let texts = try MyNetwork.$mistake.withValue("no slope") {
      try Hint.allCases.map { hint in
        let finding = StepCheck(.hiddenError, MyNetwork.self, .standard).run()
        let text = StepText(step: .hiddenError, probe: .standard, hint: hint).text(finding)
        return try #require(text).text.text
      }
    }
    let line = "δ^(ℓ) = (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))"
    #expect(!texts[0].contains("yours") && !texts[0].contains("of BP2"))
    #expect(texts[0].contains("NABLA_HINT=2"))
    #expect(texts[1].contains("of BP2") && texts[1].contains("worst entry"))
    #expect(!texts[1].contains("sum over all paths") && texts[1].contains("NABLA_HINT=3"))
    #expect(texts[2].contains("sum over all paths") && texts[2].contains(line))
    #expect(!texts[2].contains("NABLA_HINT"))
  }

  @Test("Wrong shapes are said before values", arguments: BackpropStep.allCases)
  func shapes(_ step: BackpropStep) {
    withKnownIssue {
      expectStep(step, of: Misshapen.self)
    } matching: {
      $0.severity == .error && ($0.text.contains("numbers, and") || $0.text.contains("needs 4"))
    }
  }
}

extension Issue {
  /// The words that it was recorded with.
  var text: String { comments.map(\.rawValue).joined(separator: "\n") }
}

extension BackpropStep: Comparable {
  public static func < (a: BackpropStep, b: BackpropStep) -> Bool { a.rawValue < b.rawValue }
}
