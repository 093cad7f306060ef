// Why the δ of the classical pairs agree: written in z, each cost is some A(z) − y z, and ∂A/∂z is h.
// [W] §8; the softmax is the derivation through the logarithm of a sum.

import NetworkModel
import Notation

extension Derivation {
  /// Identity with the quadratic cost: A = z²/2.
  static func naturalIdentity() throws(DerivingError) -> Derivation {
    let pair = try OutputPair(.quadratic, .identity)
    var draft = Draft(judging: pair.setting.judge)
    let costLine = draft.define(pair.cost)
    let hypothesisLine = draft.define(pair.hypothesis)
    var cost = Chain(
      .letter("J"), from: pair.cost.value.tidied,
      context: RuleContext(definitions: [pair.hypothesis]), lineByLine: true)
    cost.use(.definition, reason: "put \(hypothesisLine) into \(costLine)", uses: [hypothesisLine])
    cost.use(.distributing)
    cost.use(.collecting)
    let rewritten = draft.add(cost, from: costLine)
    return try natural(
      "identity", pair, cost, rewritten, &draft,
      remark: "Here A(z) is z²/2, summed over the outputs, and ∂A/∂z is z, which is h."
    ) { error in
      error.use(.factoring)
      error.use(.cancelling)
      error.context.definitions = [pair.hypothesis]
      error.use(.recognition, uses: [hypothesisLine])
    }
  }

  /// Logistic with cross entropy: A = log(1 + e^z) = z + log(1 + e^(−z)).
  static func naturalLogistic() throws(DerivingError) -> Derivation {
    let pair = try OutputPair(.crossEntropy, .logistic)
    let h = Expression.letter(pair.h(.k))
    var draft = Draft(judging: pair.setting.judge)
    let costLine = draft.define(pair.cost)
    let hypothesisLine = draft.define(pair.hypothesis)
    let context = RuleContext(definitions: [pair.hypothesis])

    var log = Chain(.log(h), context: context)
    log.use(.definition, reason: "put \(hypothesisLine) in", uses: [hypothesisLine])
    log.use(.logarithmLaws)
    let logLine = draft.add(log)

    var complement = Chain(.sum([1, .negative(h)]), context: context)
    complement.use(.definition, reason: "put \(hypothesisLine) in", uses: [hypothesisLine])
    complement.use(.commonDenominator)
    complement.use(.collecting)
    let complementLine = draft.add(complement)

    var logComplement = Chain(
      .log(.sum([1, .negative(h)])),
      context: RuleContext(earlier: [complement.equality(complementLine)]))
    logComplement.use(.substitution, reason: "put \(complementLine) in", uses: [complementLine])
    logComplement.use(.logarithmLaws)
    let logComplementLine = draft.add(logComplement)

    var cost = Chain(
      .letter("J"), from: pair.cost.value.tidied,
      context: RuleContext(
        earlier: [log.equality(logLine), logComplement.equality(logComplementLine)]),
      lineByLine: true)
    cost.use(
      .substitution, reason: "put \(logLine) and \(logComplementLine) into \(costLine)",
      uses: [logLine, logComplementLine])
    cost.use(.distributing) { before, offered in before.isSum ? offered.first : nil }
    cost.use(.collecting)
    cost.use(.sign)
    let rewritten = draft.add(cost, from: costLine)
    return try natural(
      "logistic", pair, cost, rewritten, &draft,
      remark: "Here A(z) is z + log(1 + e^(−z)), which is log(1 + e^z), and ∂A/∂z is h."
    ) { error in
      error.context.earlier = [
        Equality(complement.right, complement.left, name: complementLine)
      ]
      error.use(
        .substitution, reason: "line \(complementLine), read backwards", uses: [complementLine])
      error.use(.collecting)
    }
  }

  /// δ from the cost written in z.
  private static func natural(
    _ name: String, _ pair: OutputPair, _ cost: Chain, _ line: String, _ draft: inout Draft,
    remark: String, finish: (inout Chain) -> Void
  ) throws(DerivingError) -> Derivation {
    let errorLine = draft.define(pair.error)
    let value = Definition(Letter("J"), cost.right, name: "put \(line) in")
    var error = Chain(
      .letter(pair.error.letter), from: pair.error.value,
      context: RuleContext(definitions: [value]), lineByLine: true)
    error.use(.definition, reason: "put \(line) in", uses: [line])
    try error.differentiate()
    finish(&error)
    error.use(.sign)
    let last = draft.add(error, from: errorLine)
    try draft.vectorise(error.left, error.right, rows: .k, columns: .m, from: last)
    return Derivation(
      name: "natural \(name)",
      title: "Why the errors of the classical pairs agree: \(name), with the cost written in z",
      source: "[W] §8", draft, pair.setting,
      symbols: [.cost, .output, .target, .outputInput, .outputError], understood: .m,
      remarks: [
        "Written in z, each classical cost is 1/M times a sum over the examples: a function A of z minus Σ_k y_k z_k. "
          + "The slope of A is the hypothesis, so δ is (h − y)/M each time.", remark,
      ])
  }
}
