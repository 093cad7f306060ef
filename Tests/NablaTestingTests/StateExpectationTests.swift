// What is left over from call to call, inputs that are changed, and a step that does not help.

import Nabla
import Testing

@testable import NablaTesting

@Suite("expectNoLeftoverState, expectOneStepReducesCost")
struct StateExpectationTests {
  @Test("Sums that are not set back to 0 are found by both expectations")
  func leftover() {
    withKnownIssue {
      expectNoLeftoverState(in: Accumulating())
    } matching: {
      $0.text.contains("gives something else when it is called again")
        && $0.text.contains("the second call adds to the first")
    }
    withKnownIssue {
      expectGradients(of: Accumulating())
    } matching: {
      $0.text.hasPrefix("`gradients` gives something else when it is called again.")
    }
  }

  @Test(
    "Whoever writes into the numbers that were handed over is told so; the probe stays as it is")
  func mutation() {
    let before = Probe.standard.network.parameters.map { $0 }
    withKnownIssue {
      expectNoLeftoverState(in: Mutating())
    } matching: {
      $0.text == "`gradients` changed the numbers that it was given."
    }
    withKnownIssue {
      expectGradients(of: Mutating())
    } matching: {
      $0.text == "`gradients` changed the numbers that it was given."
    }
    #expect(Probe.standard.network.parameters == before)
  }

  @Test("A second answer of other shapes is said in a sentence, and is no crash")
  func shrinking() {
    let problem = "in the second call there are ∂J/∂W for 1 layers and ∂J/∂b for 1"
    withKnownIssue {
      expectNoLeftoverState(in: Shrinking())
    } matching: {
      $0.text.contains(problem)
    }
    for cost in [CostUnderTest.ofProbe, .own] {
      withKnownIssue {
        expectGradients(of: Shrinking(), cost: cost)
      } matching: {
        $0.text.contains(problem)
      }
    }
  }

  @Test("Sums of the size of another network are said to have wrong shapes by every expectation")
  func fixedSize() {
    let student = FixedSize()
    expectNoLeftoverState(in: student)
    let other = Probe.standardSet[1]
    for expectation in [
      { expectGradients(of: student, at: other) },
      { expectNoLeftoverState(in: student, at: other) },
      { expectOneStepReducesCost(of: student, at: other) },
    ] {
      withKnownIssue {
        expectation()
      } matching: {
        $0.text.contains("∂J/∂W^(2) is 3×3, and W^(2) is 3×4")
      }
    }
  }

  @Test("What is kept is found whatever the network's functions are", arguments: Probe.all)
  func between(_ probe: Probe) {
    // Half of the gradient once another network came: only a call in between shows it.
    let student = Turning()
    withKnownIssue {
      expectNoLeftoverState(in: student, at: probe)
    } matching: {
      $0.text.contains("gives something else when it is called again")
    }
    #expect(student.networks == 2)
  }

  @Test("Whichever function throws during a step is named; so is the cost that is not finite")
  func stepTrouble() {
    let at = Probe.standard.network.parameters
    func said(_ change: @escaping @Sendable (Double, Bool) throws -> Double, _ text: String) {
      let student = Student(changeCost: { J, network, _ in try change(J, network.parameters == at) }
      )
      withKnownIssue {
        expectOneStepReducesCost(of: student)
      } matching: {
        $0.text.hasPrefix(text)
      }
    }
    said({ _, _ in throw OwnError(description: "no J") }, "`cost` threw at 3-3-3, 5 examples: no J")
    said({ J, isBefore in isBefore ? .nan : J }, "Your cost is not a number at 3-3-3, 5 examples.")
    said(
      { J, isBefore in isBefore ? J : .infinity },
      "Your cost is ∞ one step away from 3-3-3, 5 examples.")
    withKnownIssue {
      expectOneStepReducesCost(
        of: Student(changeGradient: { _, _, _ in throw OwnError(description: "no g") }))
    } matching: {
      $0.text == "`gradients` threw at 3-3-3, 5 examples: no g"
    }
  }

  @Test("A step along the gradient, or none, does not make J smaller")
  func step() {
    for factor in [-1.0, 0] {
      let student = Student(changeGradient: { g, _, _ in g.map { $0 * factor } })
      withKnownIssue {
        expectOneStepReducesCost(of: student)
      } matching: {
        $0.text.contains("does not make J smaller")
          && $0.text.contains(factor == 0 ? "gradients that are 0" : "the sign of δ^(L)")
      }
    }
  }
}
