// The view of [R]: a chain of single neurons, the sum over all paths, and polynomial regression.

import NetworkModel
import Notation

extension Derivation {
  /// ∂J/∂w^(L−2) where every layer has one neuron: one path, one product.
  static func neuronChain() throws(DerivingError) -> Derivation {
    func letter(_ name: String, _ layer: Layer) -> Letter { Letter(name, nodes: [], layer: layer) }
    let layers = [Layer.last, .last - 1, .last - 2]
    let cost = Definition(
      Letter("J"),
      .power(.sum([.letter(letter("a", .last)), .negative(.letter("y"))]), 2),
      name: "definition of the cost squared-difference, one example")
    let inputs = layers.map { l in
      Definition(
        letter("z", l),
        .letter(letter("w", l)) * .letter(letter("a", l - 1)) + .letter(letter("b", l)),
        name: "definition of the weighted input")
    }
    let values = layers.map { l in
      Definition(
        letter("a", l), .call("g", primes: 0, .letter(letter("z", l))),
        name: "definition of the activation value")
    }
    var instance = Instance(name: "1-1-1-1", sizes: [1, 1, 1, 1], current: 3)
    instance.given[Instance.Entry("y")] = 0.4
    instance.given[Instance.Entry("a", layer: 1)] = 0.7
    for (l, numbers) in [(2, (0.8, -0.3)), (3, (-1.1, 0.2)), (4, (0.6, 0.5))] {
      instance.given[Instance.Entry("w", layer: l)] = numbers.0
      instance.given[Instance.Entry("b", layer: l)] = numbers.1
      instance.functions[Instance.Entry("g", layer: l)] =
        (l == 3 ? Activation.tanh : .logistic).definition
    }
    let error = Definition(
      letter("δ", .last - 2), .partial(.letter("J"), by: letter("z", .last - 2)),
      name: "definition of δ")
    instance.definitions = [cost, error] + inputs + values
    let setting = Setting(instances: [instance])
    var draft = Draft(judging: setting.judge)
    let first = draft.define(cost)
    draft.define(
      Definition(
        letter("a", .current), .call("g", primes: 0, .letter(letter("z", .current))),
        name: "definition of the activation value"))
    draft.define(
      Definition(
        letter("z", .current),
        .letter(letter("w", .current)) * .letter(letter("a", .current - 1))
          + .letter(letter("b", .current)), name: "definition of the weighted input"))
    let context = RuleContext(definitions: [cost] + inputs + values)
    let start = draft.define(error)
    var chain = Chain(
      .letter(error.letter), from: error.value, context: context, lineByLine: true)
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    try chain.differentiate()
    let δ = draft.add(chain, from: start)
    for parameter in ["w", "b"] {
      var gradient = Chain(
        .partial(.letter("J"), by: letter(parameter, .last - 2)),
        context: RuleContext(
          definitions: [error, inputs[2]],
          paths: [
            Path(
              of: "J", on: letter(parameter, .last - 2), through: letter("z", .last - 2),
              isSingle: true)
          ]))
      gradient.use(.chain)
      gradient.use(.naming)
      try gradient.differentiate()
      gradient.endLine()
      gradient.context.earlier = [chain.equality(δ)]
      gradient.use(.substitution, reason: "put \(δ) in", uses: [δ])
      draft.add(gradient)
    }
    return Derivation(
      name: "chain", title: "One neuron in each layer: one path, one product",
      source: "[R] L layers of one neuron", draft, setting,
      symbols: [
        Symbol(.scalar(.letter(letter("w", .current))), "the one weight into layer ℓ"),
        Symbol(.scalar(.letter(letter("b", .current))), "its bias"),
        Symbol(.scalar(.letter(letter("z", .current))), "weighted input of the one neuron"),
        Symbol(.scalar(.letter(letter("a", .current))), "its activation value"),
        Symbol(.scalar(.letter("y")), "target"),
      ],
      remarks: [
        "Every layer on the way adds one factor g′(z) and one factor w: these are [R]'s ∂a^(ℓ)/∂a^(ℓ−1)."
      ])
  }

  /// δ^(L−2) as a sum over all paths to the outputs, and how many there are.
  static func allPaths() throws(DerivingError) -> Derivation {
    let (j, i, k) = (
      Index.j.over(.nodes(.last - 2)), Index.i.over(.nodes(.last - 1)), Index.k
    )
    /// What BP2 says in a layer: its line before the matrices.
    let equation = try hiddenError().steps.last {
      if case .scalar = $0.equation.right { true } else { false }
    }!
    .equation
    guard case (.scalar(.letter(let error)), .scalar(let value)) = (equation.left, equation.right)
    else { throw .stuck(expression: "BP2", rule: "definition") }
    func backward(_ index: Index, _ layer: Layer) -> (δ: Letter, value: Expression) {
      let δ = Letter("δ", nodes: [index], layer: layer, example: .m)
      return (δ, Definition(error, value, name: "BP2").value(of: δ)!)
    }
    let count = Definition(
      Letter("n"), .sum(over: i, .sum(over: k, 1)), name: "one path for every i and every k")
    let networks = [[2, 3, 4, 2], [3, 2, 2, 3], [2, 1, 3, 1]].enumerated().map { seed, sizes in
      let sample = SampleNetwork(
        sizes: sizes, examples: 2, activations: [.tanh, .logistic], hypothesis: .identity,
        cost: .quadratic, penalty: .none, targets: .real, seed: UInt64(seed + 1))
      return Instance(sample.network, sample.batch, current: 2)
    }
    let setting = Setting(instances: networks).adding([count])
    var draft = Draft(judging: setting.judge)
    let (near, far) = (backward(j, .last - 2), backward(i, .last - 1))
    let first = draft.state(
      .letter(near.δ), near.value, rule: .definition, reason: "BP2 in layer L−2")
    let second = draft.state(
      .letter(far.δ), far.value, rule: .definition, reason: "BP2 in layer L−1")
    var chain = Chain(
      .letter(near.δ), from: near.value,
      context: RuleContext(earlier: [Equality(.letter(far.δ), far.value, name: second)]),
      lineByLine: true)
    chain.use(.substitution, reason: "put \(second) into \(first)", uses: [second])
    while chain.use(.constantIn) {}
    draft.add(chain, from: first)
    let third = draft.define(count)
    var number = Chain(.letter("n"), from: count.value, context: RuleContext(), lineByLine: true)
    while number.use(
      .counting,
      choosing: { before, offered in
        if case .summation(_, _, .summation) = before { nil } else { offered.first }
      })
    {}
    draft.add(number, from: third)
    return Derivation(
      name: "paths", title: "The error of an early layer: a sum over all paths",
      source: "[R] L layers with arbitrary neurons", draft, setting,
      symbols: [.error, .weightedInput, .weight, .pathCount], understood: .m,
      remarks: [
        "From one node of layer L−j there are as many paths as the product of the sizes of all later layers: backward "
          + "propagation adds them up layer by layer instead of one by one."
      ])
  }

  /// The gradient of polynomial regression.
  static func polynomial() throws(DerivingError) -> Derivation {
    let j = Index("j", .powers)
    let coefficient = Letter("θ", nodes: [j])
    let (x, y) = (
      Expression.letter(Letter("x", example: .m)), Expression.letter(Letter("y", example: .m))
    )
    let value = Definition(
      Letter("p", example: .m),
      .sum(over: j, .product([.letter(coefficient), .raised(x, to: .index(j))])),
      name: "a polynomial of degree d")
    let cost = Definition(
      Letter("J"), .sum(over: .m, .power(.sum([.letter(value.letter), .negative(y)]), 2)),
      name: "the sum of squared errors")
    let instances = [(2, 4), (3, 3), (1, 2)].map { degree, examples -> Instance in
      var instance = Instance(
        name: "degree \(degree), \(examples) examples", examples: examples, degree: degree,
        definitions: [value, cost])
      for m in 1...examples {
        instance.given[Instance.Entry("x", example: m)] = 0.45 * Double(m) - 0.7
        instance.given[Instance.Entry("y", example: m)] = 0.3 * Double(m * m) - 0.5
      }
      for j in 0...degree {
        instance.given[Instance.Entry("θ", nodes: [j])] = 0.8 - 0.5 * Double(j)
      }
      return instance
    }
    let setting = Setting(instances: instances)
    var draft = Draft(judging: setting.judge)
    let first = draft.define(value)
    let second = draft.define(cost)
    var chain = Chain(
      .partial(.letter("J"), by: coefficient), context: RuleContext(definitions: [value, cost]),
      lineByLine: true)
    chain.use(.definition, reason: "put \(second) in", uses: [second])
    chain.use(.linearity)
    chain.use(.powerRule)
    chain.use(.linearity)
    chain.use(.definition, reason: "put \(first) in", uses: [first]) { before, offered in
      before.isUndone ? offered.first : nil
    }
    try chain.differentiate()
    chain.use(.constantOut)
    draft.add(chain)
    return Derivation(
      name: "polynomial", title: "The gradient of polynomial regression",
      source: "[R] Reviewing Polynomial Regression", draft, setting,
      symbols: [
        Symbol(.scalar(.letter("J")), "cost: the sum of squared errors"),
        Symbol(.scalar(x), "input of example m"), Symbol(.scalar(y), "target of example m"),
        Symbol(
          .scalar(.letter(coefficient)), "coefficient of the j-th power, j = 0 … d ([R] writes k_j)"
        ),
        Symbol(.scalar(.letter(value.letter)), "value of the polynomial at x^(m)"),
      ])
  }
}
