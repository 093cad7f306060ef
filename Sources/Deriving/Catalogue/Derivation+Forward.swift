// Forward propagation, for one example and for a batch: [W] §5, (FP1.1)–(FP2.2).

import Notation

extension Derivation {
  /// FP1 and FP2: from z_i = Σ_j w_ij a_j + b_i to a = g(W a + b), and to A = g(W A + B).
  ///
  /// - Parameter isBatch: whether the lines end with the matrices of a batch.
  public static func forward(isBatch: Bool) throws(DerivingError) -> Derivation {
    let equations = LayerEquations()
    var draft = Draft(judging: equations.setting.judge)
    let input = draft.define(equations.weightedInput)
    let value = draft.define(.namedActivation)
    var chain = Chain(
      .letter(Definition.namedActivation.letter), from: Definition.namedActivation.value,
      context: RuleContext(
        earlier: [Equality(.letter(equations.z), equations.weightedInput.value, name: input)]))
    chain.use(.substitution, reason: "put \(input) into \(value)", uses: [input])
    let joined = draft.add(chain, from: value)
    let scope: Draft.Scope = isBatch ? .batch : .example
    try draft.vectorise(
      .letter(equations.z), equations.weightedInput.value, rows: equations.i, columns: .m,
      from: input, scope)
    try draft.vectorise(
      chain.left, chain.right, rows: equations.i, columns: .m, from: joined, scope)
    let number = isBatch ? "FP2" : "FP1"
    return Derivation(
      name: number,
      title: isBatch
        ? "Forward propagation of a batch (FP2)" : "Forward propagation of one example (FP1)",
      source: "[W] §5.\(isBatch ? 2 : 1), (\(number).1)", draft, equations.setting,
      conventions: [
        "In the output layer the hypothesis h stands for g, softmax as a function of the whole vector: (\(number).2)."
      ],
      symbols: [.weightedInput, .activation, .weight, .bias], understood: .m)
  }
}
