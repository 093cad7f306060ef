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
    let pair = try OutputPair(cost, hypothesis)
    var draft = Draft(judging: pair.setting.judge)
    let costLine = draft.define(pair.cost)
    let hypothesisLine = draft.define(pair.hypothesis)
    let errorLine = draft.define(pair.error)

    var chain = Chain(
      .letter(pair.error.letter), from: pair.error.value, context: pair.pathContext)
    chain.use(pair.path.isSingle ? .chain : .paths)
    let chainLine = draft.add(chain, from: errorLine)

    let outer = try pair.outer(pair.path.isSingle ? .k : .i, using: costLine)
    let outerLine = draft.add(outer)
    let inner = try pair.inner(pair.path.isSingle ? .k : .i, using: hypothesisLine)
    let innerLine = draft.add(inner)

    var result = Chain(chain.left, from: chain.right, context: chain.context)
    result.context.earlier = [outer.equality(outerLine), inner.equality(innerLine)]
    result.use(
      .substitution, reason: "put \(outerLine) and \(innerLine) into \(chainLine)",
      uses: [outerLine, innerLine])
    try result.simplify()
    let last = draft.add(result, from: chainLine)
    try draft.vectorise(result.left, result.right, rows: .k, columns: .m, from: last)

    return Derivation(
      name: "\(cost.name) \(hypothesis.name)",
      title: "\(cost.name) with \(hypothesis.name): the error of the output layer",
      source: Self.merged(cost.source, hypothesis.source), draft, pair.setting,
      symbols: [.cost, .output, .target, .outputInput, .outputError], understood: .m,
      remarks: remarks(cost, hypothesis))
  }

  /// The same by the logarithm of the softmax, without its Jacobian: [R] appendix, [S] (3), (4).
  public static func logSumExp(
    named name: String = "log-loss softmax log-sum-exp",
    title: String = "log-loss with softmax: the error of the output layer, without the Jacobian",
    source: String = "[R] appendix; [S] (3), (4)"
  ) throws(DerivingError) -> Derivation {
    let pair = try OutputPair(.logLoss, .softmax)
    var draft = Draft(judging: pair.setting.judge)
    let costLine = draft.define(pair.cost)
    let hypothesisLine = draft.define(pair.hypothesis)

    let logarithm = Expression.log(.letter(pair.h(.k)))
    var log = Chain(logarithm, context: RuleContext(definitions: [pair.hypothesis]))
    log.use(.definition, reason: pair.hypothesis.name, uses: [hypothesisLine])
    log.use(.logarithmLaws)
    let logLine = draft.add(log)

    var cost = Chain(
      .letter("J"), from: pair.cost.value.tidied,
      context: RuleContext(
        assumptions: [OutputPair.normalised], earlier: [log.equality(logLine)]))
    cost.use(.substitution, reason: "put \(logLine) into \(costLine)", uses: [logLine])
    cost.endLine()
    cost.use(.distributing) { before, offered in
      before.isProductOrQuotient && before.contains { $0.isNegative } ? offered.first : nil
    }
    cost.endLine()
    cost.use(.splitting) { before, offered in
      if case .summation(.k, _, _) = before { offered.first } else { nil }
    }
    cost.endLine()
    cost.use(.constantOut) { before, offered in
      if case .summation(.k, _, _) = before { offered.first } else { nil }
    }
    cost.endLine()
    cost.use(.assumption)
    cost.endLine()
    cost.use(.sign)
    let rewritten = draft.add(cost, from: costLine)

    let errorLine = draft.define(pair.error)
    let value = Definition(
      Letter("J"), cost.right, name: "put \(rewritten) in")
    var error = Chain(
      .letter(pair.error.letter), from: pair.error.value,
      context: RuleContext(definitions: [value]), lineByLine: true)
    error.use(.definition, reason: "put \(rewritten) in", uses: [rewritten])
    try error.differentiate()
    error.context.definitions = [pair.hypothesis]
    error.use(.recognition, uses: [hypothesisLine])
    error.use(.sign)
    let last = draft.add(error, from: errorLine)
    try draft.vectorise(error.left, error.right, rows: .k, columns: .m, from: last)

    return Derivation(
      name: name, title: title, source: source, draft, pair.setting,
      symbols: [.cost, .output, .target, .outputInput, .outputError], understood: .m,
      remarks: [
        "No Jacobian is needed: written in z, the cost is A(z) − Σ_k y_k z_k with A the logarithm of the sum of e^z, "
          + "and the slope of A is h. See natural identity and natural logistic for the other classical pairs."
      ])
  }
}

extension Chain {
  /// What was found, for lines that come later.
  func equality(_ line: String) -> Equality { Equality(left, right, name: line) }
}
