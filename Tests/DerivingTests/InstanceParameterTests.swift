// The parameter of a function: a letter in its general formulas, a number in the others.

import Nabla
import Testing

@Suite("Parameters of functions") struct InstanceParameterTests {
  @Test("cz and [z ≥ c] keep the letter c, and 2z and [z ≥ ½] have the number")
  func activations() {
    let linear = Activation.linear(k: 2)
    #expect(linear.generalDefinition == .c * .z && linear.generalSlope == .c)
    #expect(linear.definition == 2 * .z && linear.slope == 2)
    let step = Activation.step(k: 0.5)
    #expect(step.generalDefinition == .bracket(.z, .greaterOrEqual, .c))
    #expect(step.definition == .bracket(.z, .greaterOrEqual, 0.5))
  }

  @Test("hypotheses have the formulas of their activations")
  func hypotheses() {
    let linear = Hypothesis.linear(k: 3)
    #expect(linear.generalDefinition == .c * .zk && linear.definition == 3 * .zk)
    #expect(linear.generalJacobians[.hk]?.diagonal == .c)
    #expect(linear.jacobians[.hk]?.diagonal == 3)
  }

  @Test("without a parameter both formulas are one", arguments: [Activation.logistic, .tanh])
  func none(_ activation: Activation) {
    #expect(activation.generalDefinition == activation.definition)
    #expect(activation.generalSlope == activation.slope)
  }
}
