// δ^(L) for any pair of a cost and a hypothesis: [W] §8 and appendix B, [V] §6, [S] (1)–(10).

public import NetworkModel
import Notation

extension Derivation {
  /// The error of the output layer for a cost and a hypothesis, through ∂J/∂h and ∂h/∂z.
  ///
  ///     δ_k = Σ_i ∂J/∂h_i ∂h_i/∂z_k                                        [W] (BP1.1)
  ///
  /// - Throws: `.undefined` where the cost has no value at this hypothesis.
  public static func pair(
    _ cost: Cost, _ hypothesis: Hypothesis
  ) throws(DerivingError) -> Derivation {
    guard cost.isDefined(for: hypothesis, outputs: 3) else {
      throw .undefined(cost: cost.name, hypothesis: hypothesis.name)
    }
    let pair = OutputPair(cost, hypothesis)
    var draft = Draft(judging: pair.judge)
    let costLine = draft.define(pair.cost)
    let hypothesisLine = draft.define(pair.hypothesis)
    let errorLine = draft.define(pair.error)

    var chain = Chain(.letter(pair.δ), from: pair.error.value, context: pair.pathContext)
    chain.use(pair.path.isSingle ? .chain : .paths)
    chain.endLine()
    let chainLine = draft.add(chain, from: errorLine)

    let h = pair.h(pair.path.isSingle ? .k : .i)
    var outer = Chain(.partial(.letter("J"), by: h), context: pair.context)
    outer.use(.definition, reason: pair.cost.name, uses: [costLine])
    try outer.differentiate()
    outer.use(.cancelling)
    outer.endLine()
    let outerLine = draft.add(outer)

    var inner = Chain(.partial(.letter(h), by: pair.z), context: pair.context)
    inner.use(.definition, reason: pair.hypothesis.name, uses: [hypothesisLine])
    try inner.differentiate()
    inner.context.definitions = [pair.hypothesis]
    inner.recognise(eliminating: "z")
    inner.endLine()
    let innerLine = draft.add(inner)

    chain.context.earlier = [
      Equality(outer.left, outer.right, name: outerLine),
      Equality(inner.left, inner.right, name: innerLine),
    ]
    var result = Chain(chain.left, from: chain.right, context: chain.context)
    result.use(
      .substitution, reason: "put \(outerLine) and \(innerLine) into \(chainLine)",
      uses: [outerLine, innerLine])
    result.endLine()
    try result.simplify()
    draft.add(result, from: chainLine)

    return Derivation(
      name: "\(cost.name) \(hypothesis.name)",
      title: "\(cost.name) with \(hypothesis.name): the error of the output layer",
      source: "\(cost.source); \(hypothesis.source)", conventions: [], symbols: [],
      understoodExample: .m, steps: draft.steps, remarks: [], instances: [])
  }
}

/// The letters and definitions of one output layer.
struct OutputPair {
  let cost: Definition
  let hypothesis: Definition
  let error: Definition
  let path: Path
  private let outputs: ValueRange?

  init(_ cost: Cost, _ hypothesis: Hypothesis) {
    self.cost = .cost(cost)
    self.hypothesis = .hypothesis(hypothesis)
    error = .error(.last, node: "k")
    let isElementwise = self.hypothesis.value.boundIndex == nil && hypothesis.isElementwise
    path = Path(
      of: "J", on: Letter("z", nodes: [.k], layer: .last, example: .m),
      through: Letter("h", nodes: [.i], example: .m), isSingle: isElementwise,
      reason: isElementwise
        ? "z_k reaches the cost through h_k alone" : "z_k reaches the cost through every output")
    outputs = hypothesis.range(outputs: 3)
  }

  var δ: Letter { error.letter }
  var z: Letter { Letter("z", nodes: [.k], layer: .last, example: .m) }
  func h(_ index: Index) -> Letter { Letter("h", nodes: [index], example: .m) }

  /// For δ: the cost is not looked into.
  var pathContext: RuleContext {
    RuleContext(
      definitions: [], paths: [path],
      assumptions: [
        Equality(
          .sum(over: .k, .letter("y", .k, example: .m)), 1,
          name: "the targets of an example sum to 1")
      ])
  }

  /// For ∂J/∂h and ∂h/∂z.
  var context: RuleContext { RuleContext(definitions: [cost, hypothesis]) }

  func judge(_ statement: Condition.Statement) -> Condition? {
    switch statement {
    case .different(let a, 0):
      var known: [Letter: ValueRange] = [:]
      a.collectLetters(named: "h") { known[$0] = outputs }
      guard let range = a.range(where: known), range.isPositive else { return nil }
      return nil
    default: return nil
    }
  }
}

extension Expression {
  func collectLetters(named name: String, _ found: (Letter) -> Void) {
    if case .letter(let letter) = self, letter.name == name { found(letter) }
    for part in parts { part.collectLetters(named: name, found) }
  }
}
