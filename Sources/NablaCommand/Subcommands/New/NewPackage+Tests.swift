// The tests: one for each step, and of the whole.

extension NewPackage {
  static let tests = #"""
    // A test for each step, and of everything together. There is nothing to change here.
    //
    // No right answers are stored: each slope is measured, by nudging the number it belongs to and
    // looking at what the cost does.

    import NablaTesting
    import Testing

    @testable import {NAME}

    extension MyNetwork: BackpropSteps {}

    @Suite("Steps", .serialized)
    struct Steps {
      @Test("Step 1  z^(ℓ) and a^(ℓ)")
      func step1() { expectStep(.forward, of: MyNetwork.self) }

      @Test("Step 2  δ^(L)")
      func step2() { expectStep(.outputError, of: MyNetwork.self) }

      @Test("Step 3  δ^(ℓ)")
      func step3() { expectStep(.hiddenError, of: MyNetwork.self) }

      @Test("Step 4  ∂J/∂W^(ℓ)")
      func step4() { expectStep(.weightGradient, of: MyNetwork.self) }

      @Test("Step 5  ∂J/∂b^(ℓ)")
      func step5() { expectStep(.biasGradient, of: MyNetwork.self) }

      @Test("Step 6  the gradient of a batch")
      func step6() { expectStep(.batch, of: MyNetwork.self) }

      @Test("Step 7  the penalty")
      func step7() { expectStep(.penalty, of: MyNetwork.self) }
    }

    /// All of it, when every step is written.
    @Suite(
      "The whole",
      .enabled(if: StepwiseBackprop(MyNetwork.self).isWritten, "when steps 1 to 7 are written"))
    struct Whole {
      let backprop = StepwiseBackprop(MyNetwork.self)

      @Test("∇J is the slope of J", arguments: Probe.standardSet)
      func gradients(_ probe: Probe) {
        expectGradients(of: backprop, at: probe, reveal: .pattern)
      }

      @Test("A second call gives the same")
      func state() { expectNoLeftoverState(in: backprop) }

      @Test("A step against the gradient makes J smaller")
      func descent() { expectOneStepReducesCost(of: backprop) }
    }

    """#
}
