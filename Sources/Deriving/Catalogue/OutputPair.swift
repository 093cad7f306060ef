// A cost and a hypothesis: their definitions, and how z reaches the cost.

import NetworkModel
import Notation

/// The letters and definitions of one output layer.
struct OutputPair {
  let cost: Definition
  let hypothesis: Definition
  let path: Path
  let setting: Setting

  /// - Throws: `.undefined` where the cost has no value at this hypothesis.
  init(_ cost: Cost, _ hypothesis: Hypothesis) throws(DerivingError) {
    guard cost.isDefined(for: hypothesis, outputs: 3) else {
      throw .undefined(cost: cost.name, hypothesis: hypothesis.name)
    }
    self.cost = .cost(cost)
    self.hypothesis = .hypothesis(hypothesis)
    let isSingle = hypothesis.isElementwise
    path = Path(
      of: "J", on: Letter("z", nodes: [.k], example: .m),
      through: Letter("h", nodes: [.i], example: .m), isSingle: isSingle)
    let unassuming = Instance.counterexample(hypothesis: hypothesis, cost: cost, layer: .output)
    // Up to where the targets have to sum to 1, lines hold also where they don't.
    var setting = Setting(
      instances: Instance.samples(hypothesis: hypothesis, cost: cost, layer: .output)
        + (isSingle ? [] : [unassuming]), unassuming: unassuming)
    if let range = hypothesis.range(outputs: 3), range != .all {
      setting.ranges["h"] = (
        range, range.words(for: "every output of \(hypothesis.name)") + (isSingle ? "" : " (K ≥ 2)")
      )
    }
    self.setting = setting
  }

  var z: Letter { path.variable }
  func h(_ index: Index) -> Letter { Letter("h", nodes: [index], example: .m) }

  /// δ_k^(L) = ∂J/∂z_k^(L).
  var error: Definition {
    Definition(
      Letter("δ", nodes: [.k], layer: .last, example: .m), .partial(.letter("J"), by: z),
      name: "definition of δ")
  }

  static let normalised = Equality(
    .sum(over: .k, .letter("y", .k, example: .m)), 1, name: "the targets of an example sum to 1")

  /// For ∂J/∂z: the cost is not looked into.
  var pathContext: RuleContext {
    RuleContext(definitions: [hypothesis], paths: [path], assumptions: [Self.normalised])
  }

  /// For ∂J/∂h and ∂h/∂z.
  var context: RuleContext { RuleContext(definitions: [cost, hypothesis]) }

  /// ∂J/∂h_i, carried out.
  func outer(_ index: Index, using line: String) throws(DerivingError) -> Chain {
    var chain = Chain(.partial(.letter("J"), by: h(index)), context: context)
    chain.use(.definition, reason: "put \(line) in", uses: [line])
    try chain.differentiate()
    chain.use(.cancelling)
    return chain
  }

  /// ∂h_i/∂z_k, carried out and written in h where that is possible.
  func inner(
    _ index: Index, using line: String, lineByLine: Bool = false
  ) throws(DerivingError) -> Chain {
    var chain = Chain(
      .partial(.letter(h(index)), by: z), context: context, lineByLine: lineByLine)
    chain.use(.definition, reason: "put \(line) in", uses: [line])
    try chain.differentiate()
    chain.context.definitions = [hypothesis]
    chain.recognise(eliminating: "z")
    return chain
  }
}
