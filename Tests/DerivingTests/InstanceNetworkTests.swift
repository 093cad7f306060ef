// Instances of networks: their letters have the values that propagation gives them.

import Nabla
import Testing

@testable import Deriving

@Suite("Networks as instances") struct InstanceNetworkTests {
  /// A cost, a hypothesis that it is defined for, and activations of the hidden layers.
  struct Kind: Sendable, CustomTestStringConvertible {
    let cost: Cost
    let hypothesis: Hypothesis
    let activations: [Activation]
    let penalty: Penalty

    var testDescription: String {
      "\(cost.name) \(hypothesis.name) \(activations.map(\.name)) \(penalty)"
    }

    static let hypotheses = Hypothesis.all + [.linear(k: 2), .step(k: 0.5)]

    /// Every defined pair, with hidden layers of several kinds.
    static let all = Cost.all.flatMap { cost in
      hypotheses.filter { cost.isDefined(for: $0, outputs: 2) }.flatMap { hypothesis in
        [
          Kind(cost: cost, hypothesis: hypothesis, activations: [], penalty: .none),
          Kind(
            cost: cost, hypothesis: hypothesis, activations: [.tanh, .rectifier()],
            penalty: Penalty(l2: 0.5)),
          Kind(
            cost: cost, hypothesis: hypothesis, activations: [.linear(k: 2), .logistic],
            penalty: Penalty(l1: 0.25)),
          Kind(
            cost: cost, hypothesis: hypothesis, activations: [.identity, .step(k: 0.5)],
            penalty: Penalty(l2: 0.1, l1: 0.3)),
        ]
      }
    }
  }

  @Test(
    "J, z, a, h, δ and ∂J/∂w of an instance are those of the scalar engine", arguments: Kind.all)
  func values(_ kind: Kind) throws {
    for (n, sizes) in [[3, 2], [3, 4, 2], [2, 3, 3, 2]].enumerated() {
      if sizes.count > 2 && kind.activations.isEmpty { continue }
      let sample = SampleNetwork(
        sizes: sizes, examples: n + 1, activations: kind.activations, hypothesis: kind.hypothesis,
        cost: kind.cost, penalty: kind.penalty,
        targets: kind.cost.slopes[.hk] == nil ? .probabilities : .real, seed: UInt64(n))
      try compare(sample)
    }
  }

  private func compare(_ sample: SampleNetwork) throws {
    let (network, batch) = (sample.network, sample.batch)
    let engine = ScalarPropagation<Double>(network, batch)
    let forward = engine.forward()
    let backward = engine.backward(forward)
    let evaluation = Evaluation<Double>(Instance(network, batch, current: 2))
    func check(_ expression: Expression, _ expected: Double, _ place: Assignment) throws {
      let value = try evaluation.value(expression, place)
      let scale = max(value.magnitude, expected.magnitude, 1e-3)
      #expect((value - expected).magnitude <= 1e-12 * scale, "\(expression) at \(place)")
    }
    try check(.letter("J"), forward.cost, Assignment(current: 2))
    for l in 2...network.lastLayer {
      let (i, j) = (Index.i.over(.nodes(.current)), Index.j.over(.nodes(.current - 1)))
      for p in 1...network.size(l) {
        for m in 1...batch.count {
          let place = Assignment([i: p, .m: m, .k: p], current: l)
          func letter(_ name: String) -> Expression {
            .letter(name, i, layer: .current, example: .m)
          }
          try check(letter("z"), forward.weightedInput[l][p, m], place)
          try check(letter("a"), forward.activation[l][p, m], place)
          try check(letter("δ"), backward.error[l][p, m], place)
          if l == network.lastLayer {
            try check(.letter("h", .k, example: .m), forward.activation[l][p, m], place)
          }
        }
        for q in 1...network.size(l - 1) {
          try check(
            .partial(.letter("J"), by: Letter("w", nodes: [i, j], layer: .current)),
            backward.gradient.weights[l][p, q], Assignment([i: p, j: q], current: l))
        }
        try check(
          .partial(.letter("J"), by: Letter("b", nodes: [i], layer: .current)),
          backward.gradient.biases[l][p - 1], Assignment([i: p], current: l))
      }
    }
  }

  @Test("a network with two numbers for c has them in its formulas")
  func clash() throws {
    let sample = SampleNetwork(
      sizes: [2, 3, 2], examples: 2, activations: [.linear(k: 3)], hypothesis: .linear(k: 2),
      cost: .quadratic, penalty: .none, targets: .real, seed: 1)
    let instance = Instance(sample.network, sample.batch, current: 2)
    #expect(instance.given[Instance.Entry("c")] == nil)
    try compare(sample)
  }

  @Test("the named functions g and h are those of the layers")
  func functions() throws {
    let sample = SampleNetwork(
      sizes: [2, 3, 2], examples: 1, activations: [.tanh], hypothesis: .linear(k: 2),
      cost: .quadratic, penalty: .none, targets: .real, seed: 1)
    let evaluation = Evaluation<Double>(Instance(sample.network, sample.batch, current: 2))
    let i = Index.i.over(.nodes(.current))
    let z = Expression.letter("z", i, layer: .current, example: .m)
    let a = Expression.letter("a", i, layer: .current, example: .m)
    let place = Assignment([i: 2, .m: 1], current: 2)
    #expect(try evaluation.value(.call("g", primes: 0, z), place) == evaluation.value(a, place))
    let slope = try evaluation.value(.call("g", primes: 1, z) - (1 - .power(a, 2)), place)
    #expect(slope.magnitude <= 1e-15)
    let output = Expression.letter("z", .k, layer: .last, example: .m)
    let last = Assignment([.k: 1, .m: 1], current: 2)
    #expect(try evaluation.value(.call("h", primes: 1, output), last) == 2)
  }
}
