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
