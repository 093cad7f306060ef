// What the lists say of activations, hypotheses and costs: the definitions that derivations begin with.

import Nabla

extension NamedFormula {
  /// a := g(z).
  init(_ activation: Activation) {
    self.init(
      name: activation.name, aliases: activation.aliases, parameter: activation.parameter,
      definition: Equation(
        .letter(Letter("a")), activation.generalDefinition.tidied, relation: .defined),
      source: activation.source)
  }

  /// h_k by the z of its example.
  init(_ hypothesis: Hypothesis) {
    self.init(
      name: hypothesis.name, aliases: hypothesis.aliases, parameter: hypothesis.parameter,
      definition: Equation(.hypothesis(hypothesis)), source: hypothesis.source)
  }

  /// J by the outputs and targets of all examples.
  init(_ cost: Cost) {
    self.init(
      name: cost.name, aliases: cost.aliases, definition: Equation(.cost(cost)),
      source: cost.source)
  }

  /// The formula on one line, in Unicode.
  var line: String? {
    definition.map { TextNotation.string($0, understoodExample: .m) } ?? formula
  }
}

extension Equation {
  /// The line with which a derivation begins.
  fileprivate init(_ definition: Definition) {
    self.init(.letter(definition.letter), definition.value.tidied, relation: .defined)
  }
}
