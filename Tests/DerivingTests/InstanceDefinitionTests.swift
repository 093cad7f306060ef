// The definitions that derivations use hold on the sample networks.

import Nabla
import Testing

@testable import Deriving

@Suite("Definitions of the letters") struct InstanceDefinitionTests {
  @Test(
    "letter and value are equal where the functions are those of the network",
    arguments: Cost.all.flatMap { cost in
      Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 2) }.map { (cost, $0) }
    })
  func hold(_ cost: Cost, _ hypothesis: Hypothesis) {
    // One function only has the letter c, or both have the same number for it.
    for activation in Activation.all.filter({ $0.parameter == hypothesis.parameter }).prefix(1) {
      let penalty = Penalty(l2: 0.5, l1: 0.25)
      let instances = Instance.samples(
        activations: [activation], hypothesis: hypothesis, cost: cost, penalty: penalty)
      let definitions: [Definition] = [
        .weightedInput, .activation(activation), .namedActivation, .hypothesis(hypothesis), .error,
      ]
      for definition in definitions {
        let checked = CheckedDerivation(
          .letter(definition.letter), [definition.value], on: [instances[1]])
        #expect(checked.passed, "\(definition.name), \(activation.name)")
      }
      let J = Definition.cost(cost, penalty, of: [2, 3].map(Layer.number))
      #expect(CheckedDerivation(Line.J, [J.value], on: [instances[0]]).passed)
      #expect(!CheckedDerivation(Line.J, [Definition.cost(cost).value], on: instances).passed)
    }
  }
}
