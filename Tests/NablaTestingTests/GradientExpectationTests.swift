// `expectGradients`: what is right passes, and what is wrong is said, the first thing first.

import Nabla
import Testing

@testable import NablaTesting

@Suite("expectGradients")
struct GradientExpectationTests {
  @Test("Right gradients pass at every probe", arguments: Probe.all)
  func right(_ probe: Probe) {
    expectGradients(of: Student(), at: probe)
    expectGradients(of: Student(), at: probe, cost: .own)
    expectNoLeftoverState(in: Student(), at: probe)
    expectOneStepReducesCost(of: Student(), at: probe, rate: 0.01)
  }

  @Test("The seven steps together are right", arguments: Probe.standardSet)
  func steps(_ probe: Probe) {
    let student = StepwiseBackprop(MyNetwork.self)
    expectGradients(of: student, at: probe)
    expectNoLeftoverState(in: student, at: probe)
    expectOneStepReducesCost(of: student, at: probe)
  }

  /// What is said of a student, and how serious it is.
  private func said(
    _ student: some BackpropUnderTest, at probe: Probe = .standard, cost: CostUnderTest = .ofProbe,
    _ reveal: Reveal = .worstEntry
  ) -> (text: String, severity: Issue.Severity?) {
    let finding = BackpropCheck(student: student, probe: probe, cost: cost).run()
    let text = FindingText(probe: probe, reveal: reveal).text(finding)?.text
    return (text ?? "", finding.severity)
  }

  @Test("A mistake is named, with what is right, where to read, and a trace that is attached")
  func mistake() {
    MyNetwork.$mistake.withValue("no slope") {
      let student = StepwiseBackprop(MyNetwork.self)
      let (text, severity) = said(student)
      #expect(severity == .error)
      #expect(text.hasPrefix("∂J/∂W^(2) is wrong in 9 of 9 entries, ∂J/∂b^(2) in 3 of 3"))
      for part in [
        "right so far", "∂J/∂W^(3)", "worst entry", "yours", "measured", "ratio",
        "(missing-activation-derivative, BP2)", "of `nabla derive BP2`: δ_j^(ℓ) = ",
        "follows        ∂J/∂W^(2), ∂J/∂b^(2): wrong because of that",
        "first wrong    Δ^(2)",
        "nabla step BP2",
      ] {
        #expect(text.contains(part), "\(part)\n\(text)")
      }
      let finding = BackpropCheck(student: student, probe: .standard).run()
      #expect(finding.trace?.name == "BP2.txt")
      let pages = finding.trace?.pages ?? ""
      #expect(pages.contains("chain rule, sum over all paths"))
      for reveal in [Reveal.worstEntry, .values] {
        let attached = FindingText(probe: .standard, reveal: reveal).attached(finding, pages)
        #expect(attached.contains("all entries") == (reveal == .values))
        #expect(attached.contains("worst entry") && attached.hasSuffix(Probe.standard.fileText))
      }
      withKnownIssue {
        expectGradients(of: student)
      } matching: {
        $0.text.contains("attached") && $0.text.contains("BP2.txt")
      }
    }
  }

  @Test("No value is shown at .pattern, one entry at .worstEntry, every one at .values")
  func reveal() throws {
    let student = Student.multiplying(\.weightsOfLayer2, by: -1)
    let engine = BatchPropagation<Double>(Probe.standard.network, Probe.standard.batch)
    let right = engine.gradients(engine.forward()).gradient.weights[2].entries
    let finding = BackpropCheck(student: student, probe: .standard).run()
    let texts = try Reveal.allCases.map { reveal in
      try #require(FindingText(probe: .standard, reveal: reveal).text(finding)).text
    }
    let shown = texts.map { text in right.count { text.contains(NumberText.text($0)) } }
    #expect(shown == [0, 1, 9])
    #expect(!texts[0].contains("yours"))
  }

  @Test("One entry that is off by a millionth is found, and no mistake is made up")
  func entry() {
    let student = Student(changeGradient: { g, _, _ in
      var g = g
      g.weights[2][1, 3] *= 1 + 1e-6
      return g
    })
    let text = said(student).text
    #expect(text.hasPrefix("∂J/∂W^(2) is wrong in 1 of 9 entries"), "\(text)")
    #expect(
      text.contains("∂J/∂w_13^(2)") && text.contains("no mistake of the catalogue"), "\(text)")
  }

  @Test("Another order of the sums is right")
  func rounding() {
    let student = Student(changeGradient: { g, _, _ in g.map { $0 * (1 + 2 * Double.ulpOfOne) } })
    expectGradients(of: student)
  }

  @Test("Shapes are said first, a transposed one by name")
  func shapes() {
    let transposed = Student(changeGradient: { g, _, _ in
      Parameters(
        weights: g.weights.map {
          Matrix(rows: $0.columns, columns: $0.rows, entries: $0.entries)
        }, biases: g.biases)
    })
    let text = said(transposed, at: Probe(sizes: [4, 3, 2])).text
    #expect(text.contains("∂J/∂W^(2) is 4×3, and W^(2) is 3×4: it is transposed"), "\(text)")
    let missing = Student(changeGradient: { g, _, _ in
      Parameters(
        weights: Layers(first: 2, [g.weights[2]]), biases: Layers(first: 2, [g.biases[2]]))
    })
    #expect(said(missing).text.contains("for 1 layers"))
    let errors = Student(changeErrors: { Δ, _ in [2: Matrix(rows: 1, columns: 1), 3: Δ[3]!] })
    #expect(said(errors).text.contains("Δ^(2) is 1×1, and Z^(2) is 3×5"))
  }

  @Test("Ragged arrays are no crash but a sentence")
  func ragged() {
    let student = Student(changeGradient: { _, _, _ in
      try Parameters(weights: [[[1, 2], [3]]], biases: [[1, 2]])
    })
    #expect(
      said(student).text
        == "`gradients` threw at 3-3-3, 5 examples: the weights of layer 2: row 2 has 1 numbers, "
        + "and row 1 has 2")
  }

  @Test("Numbers that are not finite are named")
  func notFinite() {
    let student = Student(changeGradient: { g, _, _ in
      var g = g
      g.biases[3][1] = .nan
      return g
    })
    #expect(said(student).text.hasPrefix("∂J/∂b_2^(3) is not a number."))
    #expect(said(Student(changeCost: { _, _, _ in .infinity })).text.hasPrefix("Your cost is ∞"))
    #expect(said(Student(changeCost: { _, _, _ in .nan })).text.contains("not a number"))
  }

  @Test("Each function is called as often as the documentation says")
  func calls() {
    let student = Counting()
    expectGradients(of: student)
    #expect(student.costs == 2 && student.gradients == 2 && student.intermediates == 1)
    let own = Counting()
    expectGradients(of: own, cost: .own)
    #expect(own.gradients == 2 && own.intermediates == 1)
    // J itself once more, and the slopes.
    #expect(own.costs == 3 + 18 * Probe.standard.network.parameters.count)
  }

  @Test("What a function throws is shown")
  func throwing() {
    let student = Student(changeCost: { _, _, _ in throw OwnError(description: "no such layer") })
    #expect(said(student).text == "`cost` threw at 3-3-3, 5 examples: no such layer")
  }

  @Test("δ that is wrong is an error even where the gradients are right; δ without 1/M is none")
  func errors() {
    let wrong = Student(changeErrors: { Δ, _ in Δ.merging([2: Δ[3]!]) { $1 } })
    let (text, severity) = said(wrong)
    #expect(severity == .error && text.hasPrefix("Δ^(2): wrong"), "\(text)")
    expectGradients(
      of: Student(changeErrors: { Δ, batch in
        Δ.mapValues { $0.map { $0 * Double(batch.count) } }
      }))
  }
}
