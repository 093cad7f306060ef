// Backward propagation from the chain rule: [W] §6, (BP1.1)–(BP4.2); [S] (11)–(41); [N]; [R].

import NetworkModel
import Notation

extension Derivation {
  /// BP1: δ^(L), first for any hypothesis, then for one that works on each output by itself.
  public static func outputError() throws(DerivingError) -> Derivation {
    let pair = try OutputPair(.quadratic, .logistic)
    let named = Definition(
      pair.h(.k), .call("h", primes: 0, .letter(pair.z)), name: "h works on each output by itself")
    var setting = Setting(
      instances: Instance.samples(hypothesis: .logistic, cost: .crossEntropy, layer: .output)
        + Instance.samples(hypothesis: .tanh, cost: .quadratic, layer: .output).prefix(2)
        + Instance.samples(hypothesis: .softmax, cost: .quadratic, layer: .output).prefix(2),
      unassuming: .counterexample(hypothesis: .softmax, cost: .quadratic, layer: .output))
    setting.unassuming?.functions = [
      Instance.Entry("h"): Activation.logistic.definition
    ]
    var draft = Draft(judging: setting.judge)
    let start = draft.define(pair.error)
    let path = Path(
      of: "J", on: pair.z, through: pair.h(.i))
    var chain = Chain(
      .letter(pair.error.letter), from: pair.error.value, context: RuleContext(paths: [path]))
    chain.use(.paths)
    let sum = draft.add(chain, from: start)
    let general = try draft.vectorise(
      chain.left, chain.right, rows: .k, columns: .m, from: sum, .example)

    var inner = Chain(
      .partial(.letter(pair.h(.i)), by: pair.z), context: RuleContext(definitions: [named]))
    inner.use(
      .definition, reason: "if each output depends on its own z alone",
      needing: [.alone(pair.h(.k), on: pair.z)])
    try inner.differentiate()
    let innerLine = draft.add(inner)

    var result = Chain(chain.left, from: chain.right, context: chain.context)
    result.context.earlier = [inner.equality(innerLine)]
    result.use(
      .substitution, reason: "put \(innerLine) into \(sum)", uses: [innerLine],
      needing: [.alone(pair.h(.k), on: pair.z)])
    result.endLine()
    result.use(.sifting)
    let last = draft.add(result, from: sum)
    try draft.vectorise(result.left, result.right, rows: .k, columns: .m, from: last)
    return Derivation(
      name: "BP1", title: "The error of the output layer (BP1)",
      source: "[W] §6.1.1, §6.2.1, (BP1.1), (BP1.2)", draft, setting,
      symbols: [.cost, .output, .outputInput, .outputError], understood: .m,
      remarks: [
        "[W] prints the form with ⊙ for every hypothesis. It holds where each output depends on its own "
          + "z alone; softmax needs line \(general), with the whole Jacobian."
      ])
  }

  /// ∂J/∂a_j^(ℓ) of a hidden node: [N]; [S] (24)–(26).
  public static func activationGradient() throws(DerivingError) -> Derivation {
    let equations = LayerEquations()
    let a = equations.letter("a")
    var draft = Draft(judging: equations.setting.judge)
    let next = draft.define(equations.nextDefinition)
    var chain = Chain(
      .partial(.letter("J"), by: a),
      context: RuleContext(
        definitions: [.error], paths: [equations.path(on: a, through: equations.next)]))
    chain.use(.paths)
    chain.endLine()
    chain.use(.naming)
    let sum = draft.add(chain)
    let inner = try draft.derivative(
      of: equations.next, by: a, definitions: [equations.nextDefinition], using: next)
    let last = draft.substitute(inner, into: &chain, at: sum)
    try draft.vectorise(chain.left, chain.right, rows: equations.below, columns: .m, from: last)
    return Derivation(
      name: "hidden", title: "The slope of the cost in a hidden activation value",
      source: "[S] (24)–(26); [N] Back-propagation procedure; [V] §6.3", draft, equations.setting,
      symbols: [.cost, .weightedInput, .activation, .error, .weight, .bias], understood: .m)
  }

  /// BP2: δ^(ℓ) from δ^(ℓ+1).
  public static func hiddenError() throws(DerivingError) -> Derivation {
    let equations = LayerEquations()
    var draft = Draft(judging: equations.setting.judge)
    let next = draft.define(equations.nextDefinition)
    let value = draft.define(equations.activation)
    try draft.deriveHiddenError(equations, equations.activation, using: next, value)
    return Derivation(
      name: "BP2", title: "The error of a hidden layer (BP2)",
      source: "[W] §6.1.2, §6.2.2, (BP2.1), (BP2.2); [S] (27), (30)", draft, equations.setting,
      symbols: [.cost, .weightedInput, .activation, .error, .weight, .bias], understood: .m)
  }

  /// BP3: ∂J/∂w_ij^(ℓ), of a batch or of one example.
  public static func weightGradient(isBatch: Bool = true) throws(DerivingError) -> Derivation {
    let equations = LayerEquations(.any)
    let w = Letter("w", nodes: [equations.i, equations.j], layer: .current)
    return try parameterGradient(
      "BP3", "The gradient of the weights", isBatch,
      source: isBatch ? "[W] §6.2.3, (BP3.2)" : "[W] §6.1.3, (BP3.1); [S] (19), (29)", of: w,
      columns: equations.j, equations)
  }

  /// BP4: ∂J/∂b_i^(ℓ), of a batch or of one example.
  public static func biasGradient(isBatch: Bool = true) throws(DerivingError) -> Derivation {
    let equations = LayerEquations(.any)
    let b = Letter("b", nodes: [equations.i], layer: .current)
    return try parameterGradient(
      "BP4", "The gradient of the biases", isBatch,
      source: isBatch ? "[W] §6.2.4, (BP4.2)" : "[W] §6.1.4, (BP4.1); [S] (35), (37)", of: b,
      columns: nil, equations)
  }

  private static func parameterGradient(
    _ number: String, _ title: String, _ isBatch: Bool, source: String, of parameter: Letter,
    columns: Index?, _ equations: LayerEquations
  ) throws(DerivingError) -> Derivation {
    var draft = Draft(judging: equations.setting.judge)
    let input = draft.define(.weightedInput)
    var chain = Chain(
      .partial(.letter("J"), by: parameter),
      context: RuleContext(
        definitions: [.error, .weightedInput],
        paths: [equations.path(on: parameter, through: equations.z, sumsExamples: true)]))
    chain.use(.paths)
    chain.endLine()
    chain.use(.naming)
    let sum = draft.add(chain)
    let inner = try draft.derivative(
      of: equations.z, by: parameter, definitions: [.weightedInput], using: input)
    var last = draft.substitute(inner, into: &chain, at: sum)
    if !isBatch {
      chain.use(.oneExample)
      last = draft.add(chain, from: last)
    }
    try draft.vectorise(
      chain.left, chain.right, rows: equations.i, columns: columns, from: last, .whole)
    let name = isBatch ? number : "\(number).1"
    return Derivation(
      name: name,
      title:
        "\(title) \(isBatch ? "of a batch (\(number), \(number).2)" : "of one example (\(name))")",
      source: source, draft, equations.setting,
      symbols: [.cost, .weightedInput, .activation, .error, .weight, .bias],
      understood: isBatch ? nil : Index(1, of: .examples),
      remarks: [
        "1/M is in δ already, so the sum over m is no average."
      ]
        + (columns == nil
          ? []
          : ["The penalty's term, if there is a penalty, is added here: penalty l2, penalty l1."]))
  }
}

extension Draft {
  /// Lines for the derivative of a letter by another, through definitions.
  mutating func derivative(
    of letter: Letter, by x: Letter, definitions: [Definition], using lines: String...
  ) throws(DerivingError) -> (chain: Chain, line: String) {
    var chain = Chain(
      .partial(.letter(letter), by: x), context: RuleContext(definitions: definitions))
    chain.use(.definition, reason: "put \(lines[0]) in", uses: lines)
    try chain.differentiate()
    return (chain, add(chain))
  }

  /// A line with an earlier one put in.
  mutating func substitute(
    _ inner: (chain: Chain, line: String), into chain: inout Chain, at line: String
  ) -> String {
    chain = Chain(chain.left, from: chain.right, context: chain.context)
    chain.context.earlier = [inner.chain.equality(inner.line)]
    chain.use(.substitution, reason: "put \(inner.line) into \(line)", uses: [inner.line])
    let last = add(chain, from: line)
    chain = Chain(chain.left, from: chain.right, context: chain.context)
    return last
  }
}

extension Draft {
  /// The lines of BP2: δ^(ℓ) by the chain rule through layer ℓ + 1, for whatever a hidden value is.
  ///
  /// - Parameters:
  ///   - activation: what a is, in z.
  ///   - next: the lines that define z^(ℓ+1) and a.
  mutating func deriveHiddenError(
    _ equations: LayerEquations, _ activation: Definition, using next: String, _ value: String
  ) throws(DerivingError) {
    let z = equations.letter("z")
    let error = Definition(
      equations.letter("δ"), .partial(.letter("J"), by: z), name: "definition of δ")
    let start = define(error)
    var chain = Chain(
      .letter(error.letter), from: error.value,
      context: RuleContext(
        definitions: [.error], paths: [equations.path(on: z, through: equations.next)]))
    chain.use(.paths)
    chain.endLine()
    chain.use(.naming)
    let sum = add(chain, from: start)
    let inner = try derivative(
      of: equations.next, by: z, definitions: [equations.nextDefinition, activation], using: next,
      value)
    var last = substitute(inner, into: &chain, at: sum)
    chain.use(.constantOut) { $1.last }
    last = add(chain, from: last)
    try vectorise(chain.left, chain.right, rows: equations.below, columns: .m, from: last)
  }
}
