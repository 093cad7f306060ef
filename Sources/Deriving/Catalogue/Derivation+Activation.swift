// g′(z) for every activation function: [W] §7, A.1, A.2; [V] (14), (18), (20), (22); [N].

public import NetworkModel
import Notation

extension Derivation {
  /// The derivative of an activation function, written in its value where that is possible.
  public static func slope(of activation: Activation) throws(DerivingError) -> Derivation {
    let (a, z) = (Letter("a"), Letter("z"))
    let definition = Definition.activation(activation)
    let setting = Setting(activations: [activation])
    var draft = Draft(judging: setting.judge)
    let first = draft.define(definition)
    let slope = Definition(
      Letter("g′"), .partial(.letter(a), by: z), name: "g′(z) is the slope of a = g(z)")
    let second = draft.define(slope)
    var chain = Chain(
      .letter(slope.letter), from: slope.value, context: RuleContext(definitions: [definition]))
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    chain.endLine()
    try chain.differentiate(lineByLine: true)
    chain.recognise(eliminating: "z", lineByLine: true)
    draft.add(chain, from: second)
    return Derivation(
      name: "g \(activation.name)", title: "The slope of the \(activation.name) function",
      source: activation.source, setting, draft)
  }
}
