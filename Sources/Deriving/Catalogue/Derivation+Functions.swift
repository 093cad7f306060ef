// Derivatives of single functions: g′, the softmax Jacobian, ∂J/∂h: [W] §7, appendix A; [V] (14)–(22),
// (29), (30); [N].

public import NetworkModel
import Notation

extension Derivation {
  /// g′(z) of an activation function, written in its value where that is possible.
  public static func slope(of activation: Activation) throws(DerivingError) -> Derivation {
    let (a, z) = (Letter("a"), Letter("z"))
    let definition = Definition(
      a, activation.generalDefinition, name: "definition of \(activation.name)")
    var setting = Setting(instances: Instance.samples(of: activation))
    if let range = activation.definition.range(where: [:]) {
      setting.ranges["a"] = (range, range.words(for: "a"))
    }
    var draft = Draft(judging: setting.judge)
    let first = draft.define(definition)
    let slope = Expression.call("g", primes: 1, .letter(z))
    let second = draft.state(
      slope, .partial(.letter(a), by: z), rule: .definition, reason: "the slope of a = g(z)",
      relation: .defined)
    var chain = Chain(
      slope, from: .partial(.letter(a), by: z), context: RuleContext(definitions: [definition]),
      lineByLine: true)
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    try chain.differentiate()
    chain.use(.cancelling)
    chain.recognise(eliminating: "z")
    let last = draft.add(chain, from: second)
    // The same for every node of a layer and every example.
    let i = Index.i.over(.nodes(.current))
    let everywhere: [Expression: Expression] = [
      .letter(z): .letter("z", i, layer: .current, example: .m),
      .letter(a): .letter("a", i, layer: .current, example: .m),
    ]
    try draft.vectorise(
      slope.replacing(everywhere), chain.right.replacing(everywhere), rows: i, columns: .m,
      from: last, .batch)
    return Derivation(
      name: "g \(activation.name)", title: "The slope of the \(activation.name) function",
      source: activation.source, draft, setting,
      symbols: [
        Symbol(.scalar(.letter(z)), "weighted input"), Symbol(.scalar(.letter(a)), "a = g(z)"),
      ], remarks: kinkRemarks(activation))
  }

  private static func kinkRemarks(_ activation: Activation) -> [String] {
    switch activation.name {
    case "rectifier":
      [
        "At z = 0 there is no derivative. [W] and [S] (23) use 0 there, [V] (20) uses 1: a convention."
      ]
    case "step": ["At the jump there is no derivative; [V] (22) uses 0 there too."]
    default: []
    }
  }

  /// ∂h_i/∂z_k of softmax: a full Jacobian.
  public static func jacobian(of hypothesis: Hypothesis) throws(DerivingError) -> Derivation {
    let pair = try OutputPair(.quadratic, hypothesis)
    var draft = Draft(judging: pair.setting.judge)
    let first = draft.define(pair.hypothesis)
    let chain = try pair.inner(.i, using: first, lineByLine: true)
    let last = draft.add(chain)
    try draft.vectorise(chain.left, chain.right, rows: .i, columns: .k, from: last, .whole)
    return Derivation(
      name: "g \(hypothesis.name)", title: "The Jacobian of \(hypothesis.name)",
      source: hypothesis.source, draft, pair.setting, symbols: [.output, .outputInput],
      understood: .m,
      remarks: [
        "For i = k this is h_k(1 − h_k), for i ≠ k it is −h_i h_k: the two cases of [W] A.3. Its short form there ends in g(z_r), where g(z_k) belongs.",
        "[W] §8.3 prints only the first of them, with ⊙. The columns of the Jacobian sum to 0.",
      ])
  }

  /// ∂J/∂h_k of a cost.
  public static func slope(of cost: Cost) throws(DerivingError) -> Derivation {
    let hypothesis = Hypothesis.all.first {
      $0.isElementwise && cost.isDefined(for: $0, outputs: 3)
    }
    guard let hypothesis else { throw .undefined(cost: cost.name, hypothesis: "any") }
    let pair = try OutputPair(cost, hypothesis)
    // No hypothesis is fixed here: what an output can be is not known.
    var setting = pair.setting
    setting.ranges = [:]
    var draft = Draft(judging: setting.judge)
    let first = draft.define(pair.cost)
    var chain = Chain(
      .partial(.letter("J"), by: pair.h(.k)), context: pair.context, lineByLine: true)
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    try chain.differentiate()
    chain.use(.cancelling)
    chain.isLineByLine = false
    _ = chain.joinIfShorter()
    chain.endLine()
    chain.turnSign()
    let last = draft.add(chain)
    try draft.vectorise(chain.left, chain.right, rows: .k, columns: .m, from: last)
    return Derivation(
      name: "cost \(cost.name)", title: "The slope of the \(cost.name) cost by an output",
      source: cost.source, draft, setting, symbols: [.cost, .output, .target], understood: .m)
  }
}
