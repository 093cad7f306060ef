// The 4-2-3-1 example of [N], to its end: the notes stop at ∂C/∂a^(3).

import NetworkModel
import Notation

extension Derivation {
  /// All derivatives of a 4-2-3-1 network of logistic neurons with the cost ½(h − y)² of one example.
  static func example4231() throws(DerivingError) -> Derivation {
    let m = Index(1, of: .examples)
    let output = Index(1, of: .nodes(.number(4)))
    func node(_ name: String, _ l: Int) -> Index { Index(name, .nodes(.number(l))) }
    func letter(_ name: String, _ nodes: Index..., layer l: Int) -> Letter {
      Letter(name, nodes: nodes, layer: .number(l), example: name == "w" || name == "b" ? nil : m)
    }
    let target = Expression.letter(Letter("y", nodes: [Index(1, of: .outputs)], example: m))
    let cost = Definition(
      Letter("J"),
      .product([
        .quotient(1, 2),
        .power(.sum([.letter(letter("a", output, layer: 4)), .negative(target)]), 2),
      ]), name: "definition of the cost, one example")
    let inputs = (2...4).map { l in
      let own = letter("z", node("i", l), layer: l)
      return Definition(
        own, Definition.weightedInput.value(of: own)!, name: "definition of the weighted input")
    }
    let values = (2...4).map { l in
      Definition(
        letter("a", node("i", l), layer: l),
        .quotient(1, 1 + .exp(.negative(.letter(letter("z", node("i", l), layer: l))))),
        name: "definition of logistic")
    }
    let errors = (2...4).map { l in
      Definition(
        letter("δ", node("i", l), layer: l),
        .partial(.letter("J"), by: letter("z", node("i", l), layer: l)), name: "definition of δ")
    }
    let instances = [1, 2].map { seed in
      let sample = SampleNetwork(
        sizes: [4, 2, 3, 1], examples: 1, activations: [.logistic], hypothesis: .logistic,
        cost: .quadratic, penalty: .none, targets: .probabilities, seed: UInt64(seed))
      return Instance(sample.network, sample.batch, current: 2)
    }
    let setting = Setting(instances: instances)
    var draft = Draft(judging: setting.judge)
    let costLine = draft.define(cost)
    let inputLine = draft.define(Definition.weightedInput)
    let valueLine = draft.define(
      Definition(
        Definition.namedActivation.letter,
        .quotient(1, 1 + .exp(.negative(.letter(Definition.weightedInput.letter)))),
        name: "definition of logistic"))

    // The output: ∂J/∂a, then δ.
    var slopeLine = ""
    var slope = Chain(
      .partial(.letter("J"), by: letter("a", output, layer: 4)),
      context: RuleContext(definitions: [cost]))
    slope.use(.definition, reason: "put \(costLine) in", uses: [costLine])
    try slope.differentiate()
    slope.use(.cancelling)
    slopeLine = draft.add(slope)
    for l in [4, 3, 2] {
      // Node j of layer l reaches the cost through the nodes i of the next layer.
      let j = l == 4 ? output : node("j", l)
      let (a, z, δ) = (letter("a", j, layer: l), letter("z", j, layer: l), letter("δ", j, layer: l))
      if l < 4 {
        let next = letter("z", l == 3 ? output : node("i", l + 1), layer: l + 1)
        let path = Path(
          of: "J", on: a, through: next, isSingle: l == 3)
        slope = Chain(
          .partial(.letter("J"), by: a),
          context: RuleContext(definitions: errors, paths: [path]))
        slope.use(l == 3 ? .chain : .paths)
        slope.use(.naming)
        let sum = draft.add(slope)
        let inner = try draft.derivative(of: next, by: a, definitions: inputs, using: inputLine)
        slopeLine = draft.substitute(inner, into: &slope, at: sum)
      }
      // δ = ∂J/∂a · ∂a/∂z.
      let error = Definition(δ, .partial(.letter("J"), by: z), name: "definition of δ")
      var chain = Chain(
        .letter(δ), from: error.value,
        context: RuleContext(
          definitions: values,
          paths: [Path(of: "J", on: z, through: a, isSingle: true)]))
      let start = draft.define(error)
      chain.use(.chain)
      let product = draft.add(chain, from: start)
      var logistic = Chain(.partial(.letter(a), by: z), context: RuleContext(definitions: values))
      logistic.use(.definition, reason: "put \(valueLine) in", uses: [valueLine])
      try logistic.differentiate()
      logistic.context.definitions = values.filter { $0.letter.layer == a.layer }
      logistic.recognise(eliminating: "z")
      let logisticLine = draft.add(logistic)
      chain = Chain(chain.left, from: chain.right, context: chain.context)
      chain.context.earlier = [slope.equality(slopeLine), logistic.equality(logisticLine)]
      chain.use(
        .substitution, reason: "put \(slopeLine) and \(logisticLine) into \(product)",
        uses: [slopeLine, logisticLine])
      draft.add(chain, from: product)
      // ∂J/∂w and ∂J/∂b.
      let i = l == 4 ? output : node("i", l)
      let input = letter("z", i, layer: l)
      for parameter in [letter("w", i, node("j", l - 1), layer: l), letter("b", i, layer: l)] {
        var gradient = Chain(
          .partial(.letter("J"), by: parameter),
          context: RuleContext(
            definitions: inputs + errors,
            paths: [
              Path(of: "J", on: parameter, through: input, isSingle: true)
            ]))
        gradient.use(.chain)
        gradient.use(.naming)
        try gradient.differentiate()
        draft.add(gradient)
      }
    }
    return Derivation(
      name: "4-2-3-1", title: "A 4-2-3-1 network of logistic neurons, to the end",
      source: "[N] Back-propagation procedure", draft, setting,
      conventions: ["[N] writes θ for weights and folds the biases into column 0."],
      symbols: [.exampleCost, .target, .weightedInput, .activation, .error, .weight, .bias],
      understood: m,
      remarks: [
        "[N] prints ∂C/∂ŷ = y − ŷ; the derivative of ½(y − ŷ)² is ŷ − y.",
        "[N] prints ∂z/∂θ = σ′(z) a; z is a sum of products, so it is a. The factor σ′ belongs to δ only.",
        "[N] stops at ∂C/∂a^(3), with a formula that differentiates weights by activation values; weights do not depend on them. The lines here go on to the weights of layer 2.",
        "[N] numbers Θ^(ℓ−1) the weights into layer ℓ, and its θ_(j,k) is our w_kj^(ℓ).",
      ])
  }
}
