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
        let isMadeOfIt = step == .batch && mistake.step < .batch
        switch StepCheck(step, MyNetwork.self, .standard).run() {
        case .right: #expect(!isMadeOfIt, "\(step)")
        case .finding(let finding):
          #expect(finding.severity == (isMadeOfIt ? .error : nil), "\(step)")
        case .forward, .notAttempted: Issue.record("\(step)")
        }
      }
    }
  }

  /// What is said of a step with a mistake.
  private func said(_ step: BackpropStep, _ mistake: String, _ hint: Hint) throws -> String {
    try MyNetwork.$mistake.withValue(mistake) {
      let finding = StepCheck(step, MyNetwork.self, .standard).run()
      let text = StepText(step: step, probe: .standard, hint: hint).text(finding)
      return try #require(text).text.text
    }
  }

  @Test("Where δ is written wrong, the headline says that δ is wrong")
  func headline() throws {
    #expect(
      try said(.outputError, "squared difference", .pattern).hasPrefix(
        "step 2: δ^(L)\nΔ^(3) is wrong: with it ∂J/∂W^(3) is wrong in 9 of 9 entries"))
    #expect(
      try said(.hiddenError, "no slope", .pattern).hasPrefix(
        "step 3: δ^(ℓ)\nΔ^(2) is wrong: with it ∂J/∂W^(2) is wrong in 9 of 9 entries"))
  }

  @Test("A mistake in ∇W made with right δ is not taken for a wrong δ")
  func rightErrors() throws {
    let text = try said(.weightGradient, "slope in the gradient", .pattern)
    #expect(
      text.contains("right so far   Δ^(3)") && text.contains("first wrong    ∂J/∂W^(3)"), "\(text)")
  }

  @Test("Where no mistake is known, the second stage names the chain rule and not the answer")
  func chainRule() throws {
    let text = try said(.outputError, "squared difference", .line)
    let line = "line 4 of `nabla derive quadratic logistic`: δ_k^(L) = ∂J/∂h_k · ∂h_k/∂z_k"
    #expect(text.contains(line) && !text.contains("h_k − y_k"), "\(text)")
    for step in BackpropStep.allCases {
      let reference = try #require(step.references.first)
      let derivation = try #require(LineReference.derivation(named: reference.derivation))
      #expect(reference.line != derivation.result.id)
    }
  }

  @Test("Hints come in stages: what it looks like, the line, the derivation")
  func stages() throws {
    let texts = try Hint.allCases.map { try said(.hiddenError, "no slope", $0) }
    let line = "δ^(ℓ) = (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))"
    #expect(!texts[0].contains("yours") && !texts[0].contains("derive BP2"))
    #expect(texts[0].contains("NABLA_HINT=2"))
    #expect(texts[1].contains("of `nabla derive BP2`") && texts[1].contains("worst entry"))
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
