// Where costs come from: the negative logarithm of a likelihood. [N] "Error functions"; [W] §8; [V] (9)–(12).

import NetworkModel
import Notation

extension Derivation {
  /// A cost from the likelihood of its targets.
  static func likelihood(
    _ name: String, _ cost: Cost, _ hypothesis: Hypothesis, density: Expression, source: String,
    remark: String
  ) throws(DerivingError) -> Derivation {
    let pair = try OutputPair(cost, hypothesis)
    return try likelihood(
      name: "likelihood \(name)",
      title: "Where the cost \(cost.name) comes from: \(name.capitalizedFirst) targets",
      source: source, of: density, over: [.m, .k], is: pair.cost,
      by: pair.h(.k), pair.setting, symbols: [.cost, .output, .target], remarks: [remark])
  }

  private static let h = Expression.letter("h", .k, example: .m)
  private static let y = Expression.letter("y", .k, example: .m)

  /// Targets that scatter about the output: [W] §8.1.
  static func gaussianLikelihood() throws(DerivingError) -> Derivation {
    let square = Expression.quotient(.power(.sum([h, .negative(y)]), 2), 2)
    return try likelihood(
      "gaussian", .quadratic, .identity, density: .quotient(.exp(.negative(square)), .letter("τ")),
      source: "[W] §8.1",
      remark:
        "Each target is h plus noise with deviation 1, and τ is √(2π): it only shifts the cost.")
  }

  /// Targets that are 1 or 0: [N], [W] §8.2.
  static func bernoulliLikelihood() throws(DerivingError) -> Derivation {
    try likelihood(
      "bernoulli", .crossEntropy, .logistic,
      density: .product([
        .raised(h, to: y), .raised(.sum([1, .negative(h)]), to: .sum([1, .negative(y)])),
      ]), source: "[N] Binary output; [W] §8.2",
      remark: "Each target is 1 with probability h, else 0.")
  }

  /// One class out of K: [N], [W] §8.3.
  static func multinomialLikelihood() throws(DerivingError) -> Derivation {
    try likelihood(
      "multinomial", .logLoss, .softmax, density: .raised(h, to: y), source: "[W] §8.3",
      remark: "One class out of K, class k with probability h_k; y is 1 for the one that it is.")
  }

  /// −1/M log P of a density's product over two indices, brought to a cost.
  static func likelihood(
    name: String, title: String, source: String, of density: Expression, over indices: [Index],
    is cost: Definition, by variable: Letter, _ setting: Setting, role: String = "likelihood",
    symbols: [Symbol], remarks: [String]
  ) throws(DerivingError) -> Derivation {
    let probability = Definition(
      Letter("P"), .repeatedProduct(indices[0], .repeatedProduct(indices[1], density)),
      name: "\(role): independent factors")
    var setting = setting
    setting = setting.adding([probability], given: [Instance.Entry("τ"): 2.5066282746310002])
    var draft = Draft(judging: setting.judge)
    let first = draft.define(probability)
    let second = draft.define(cost)
    let value = Expression.negative(
      .product([.quotient(1, .letter("M")), .log(.letter(probability.letter))]))
    var chain = Chain(value, context: RuleContext(definitions: [probability]), lineByLine: true)
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    while chain.use(
      .logarithmLaws,
      choosing: { before, offered in
        // log τ and log h stay.
        if case .function(.log, let a) = before, case .letter = a { nil } else { offered.first }
      })
    {}
    if !chain.right.isSame(as: cost.value.tidied) {
      while chain.use(.splitting) || chain.use(.constantOut) || chain.use(.counting) {}
      chain.use(.distributing) { before, offered in
        before.isProductOrQuotient ? offered.last : nil
      }
      chain.use(.cancelling)
    }
    chain.context.definitions = [cost]
    guard chain.use(.recognition, reason: "line \(second), read backwards", uses: [second]) else {
      throw .stuck(expression: "\(chain.right)", rule: "recognition")
    }
    let last = draft.add(chain)

    // A constant that is left over shifts the cost and changes no derivative.
    if chain.right != .letter(cost.letter) {
      draft.add(try slope(of: value, by: variable, cost, chain.equality(last)))
    }
    return Derivation(
      name: name, title: title, source: source, draft, setting,
      symbols: [Symbol(.scalar(.letter("P")), role)] + symbols, remarks: remarks)
  }

  /// The derivative of −1/M log P, which is that of the cost.
  private static func slope(
    of value: Expression, by variable: Letter, _ cost: Definition, _ found: Equality
  ) throws(DerivingError) -> Chain {
    var slope = Chain(
      .partial(value, by: variable),
      context: RuleContext(definitions: [cost], earlier: [found]), lineByLine: true)
    slope.use(.substitution, reason: "put \(found.name) in", uses: [found.name])
    slope.use(.linearity)
    return slope
  }

  /// Log loss of two classes is binary cross entropy: [V] (9)–(12).
  static func twoClasses() throws(DerivingError) -> Derivation {
    let (one, two) = (Index(1, of: .outputs), Index(2, of: .outputs))
    func letter(_ name: String, _ k: Index) -> Expression { .letter(name, k, example: .m) }
    let cost = Definition.cost(.logLoss)
    let network = SampleNetwork(
      sizes: [3, 2], examples: 3, activations: [], hypothesis: .softmax, cost: .logLoss,
      penalty: .none, targets: .distribution, seed: 1)
    let other = SampleNetwork(
      sizes: [2, 2], examples: 1, activations: [], hypothesis: .softmax, cost: .logLoss,
      penalty: .none, targets: .oneHot, seed: 2)
    let unassuming = SampleNetwork(
      sizes: [2, 2], examples: 2, activations: [], hypothesis: .softmax, cost: .logLoss,
      penalty: .none, targets: .probabilities, seed: 3)
    let larger = SampleNetwork(
      sizes: [2, 3], examples: 2, activations: [], hypothesis: .softmax, cost: .logLoss,
      penalty: .none, targets: .distribution, seed: 4)
    let setting = Setting(
      instances: [network, other].map { Instance($0.network, $0.batch, current: 2) },
      unassuming: Instance(unassuming.network, unassuming.batch, current: 2),
      larger: Instance(larger.network, larger.batch, current: 2))
    var draft = Draft(judging: setting.judge)
    let first = draft.define(cost)
    draft.define(.hypothesis(.softmax))
    let sum = Expression.sum(over: .k, .letter("y", .k, example: .m))
    let targets = draft.state(
      letter("y", two), .sum([1, .negative(letter("y", one))]), rule: .assumption,
      reason: "the two targets of an example sum to 1",
      needing: [.count(.outputs, 2), .equal(sum, 1)])
    let outputs = draft.state(
      letter("h", two), .sum([1, .negative(letter("h", one))]), rule: .assumption,
      reason: "the outputs of softmax sum to 1", needing: [.count(.outputs, 2)])
    var chain = Chain(
      .letter("J"), from: cost.value.tidied, context: RuleContext(), lineByLine: true)
    chain.use(.writingOut)
    chain.context.earlier = [
      Equality(letter("y", two), .sum([1, .negative(letter("y", one))]), name: targets),
      Equality(letter("h", two), .sum([1, .negative(letter("h", one))]), name: outputs),
    ]
    chain.use(
      .substitution, reason: "put \(targets) and \(outputs) in", uses: [targets, outputs])
    draft.add(chain, from: first)
    return Derivation(
      name: "two-classes", title: "Log loss of two classes is binary cross entropy",
      source: "[V] (9)–(11)", draft, setting, symbols: [.cost, .output, .target],
      remarks: [
        "With one output h in place of h_1 and one target y in place of y_1 this is the cost cross-entropy "
          + "of one output. cross-entropy with two outputs of softmax is twice this cost."
      ])
  }
}

extension String {
  /// "gaussian" at the beginning of a heading.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
