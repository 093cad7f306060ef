// The small networks and the single functions that lines of derivations are checked on.

public import NetworkModel
public import Notation

extension Instance {
  /// Which layer ℓ is, in a sample.
  public enum SampleLayer: Hashable, Sendable {
    /// L−1, the last hidden layer: there are layers ℓ−1 and ℓ+1.
    case hidden
    /// L.
    case output
    /// Either, sample by sample; what holds for every layer from 2 to L.
    case any
  }

  /// Small networks for a derivation: all sizes different, several layers, square layers, one example,
  /// one output where there is something to learn with one.
  ///
  /// Targets suit the cost: with softmax and a cost of logarithms they are positive and sum to 1, and
  /// one of the networks has one-hot targets; with logarithms otherwise they lie between 0 and 1; else
  /// they are any numbers.
  ///
  /// - Parameters:
  ///   - activations: of the hidden layers in turn; without any there are no hidden layers, and ℓ
  ///     is L = 2.
  ///   - layer: which layer ℓ is.
  /// - Precondition: the cost is defined for the hypothesis.
  public static func samples(
    activations: [Activation] = [], hypothesis: Hypothesis, cost: Cost, penalty: Penalty = .none,
    layer: SampleLayer = .hidden
  ) -> [Instance] {
    let own = targets(cost, hypothesis)
    let single = hypothesis.isElementwise ? 1 : 2
    let shapes: [(hidden: [Int], plain: [Int], examples: Int, targets: SampleNetwork.Targets)] = [
      ([3, 4, 2], [4, 3], 3, own),
      ([2, 3, 4, 2], [3, 2], 2, own == .distribution ? .oneHot : own),
      ([3, 3, 3], [3, 3], 2, own),
      ([2, 3, single], [2, single], 1, own),
    ]
    return shapes.enumerated().map { n, shape in
      sample(
        activations.isEmpty ? shape.plain : shape.hidden, shape.examples, activations, hypothesis,
        cost, penalty, shape.targets, layer, seed: UInt64(n + 1))
    }
  }

  /// A network like the samples but for its targets, which do not sum to 1: where a line needs that,
  /// it is wrong here.
  public static func counterexample(
    activations: [Activation] = [], hypothesis: Hypothesis, cost: Cost, penalty: Penalty = .none,
    layer: SampleLayer = .hidden
  ) -> Instance {
    sample(
      activations.isEmpty ? [4, 3] : [3, 4, 3], 2, activations, hypothesis, cost, penalty,
      .probabilities, layer, seed: 5)
  }

  private static func sample(
    _ sizes: [Int], _ examples: Int, _ activations: [Activation], _ hypothesis: Hypothesis,
    _ cost: Cost, _ penalty: Penalty, _ targets: SampleNetwork.Targets, _ layer: SampleLayer,
    seed: UInt64
  ) -> Instance {
    let sample = SampleNetwork(
      sizes: sizes, examples: examples, activations: activations, hypothesis: hypothesis,
      cost: cost, penalty: penalty, targets: targets, seed: seed)
    let last = sizes.count
    let current =
      switch layer {
      case .hidden: max(2, last - 1)
      case .output: last
      case .any: seed % 2 == 0 ? last : max(2, last - 1)
      }
    var instance = Instance(
      sample.network, sample.batch, current: current,
      name: name(of: sample.network, sample.batch) + ", seed \(sample.seed)")
    // With the default c = 1, nobody would notice a c that is forgotten.
    if activations.isEmpty, let c = instance.given[Entry("c")] {
      instance.given[Entry("c")] = c + unusual
    }
    return instance
  }

  /// What is added to a parameter, so that it is neither 0 nor 1; less than kinks are away.
  private static let unusual = 0.0234375

  private static func targets(_ cost: Cost, _ hypothesis: Hypothesis) -> SampleNetwork.Targets {
    let usesLogarithm = cost.term.contains(.log(.hk)) || cost.term.contains(.log(1 - .hk))
    if !usesLogarithm { return .real }
    return hypothesis.isElementwise ? .probabilities : .distribution
  }
}

// MARK: - Functions by themselves

extension Instance {
  /// Numbers z, on both sides of 0 and off the kinks, for the derivation of g′: in the letters z and
  /// c, with a = g(z), and g by name.
  public static func samples(of activation: Activation) -> [Instance] {
    [-1.75, -0.625, 0.25, 0.875, 1.5].map { z in
      var given = [Entry("z"): z]
      var function = activation.definition
      if activation.generalDefinition.contains(.c), let parameter = activation.parameter {
        let c = parameter.value + unusual
        given[Entry("c")] = c
        function = activation.generalDefinition.replacing([.c: .number(c)])
      }
      // The same function in a layer of three nodes, for two examples: numbers about z.
      for (n, distance) in [0, 0.75, -1.25, 1.75, 2.25, -2.75].enumerated() {
        given[Entry("z", nodes: [n / 2 + 1], layer: 2, example: n % 2 + 1)] = z + distance
      }
      return Instance(
        name: "z = \(z)", sizes: [1, 3], examples: 2, current: 2, given: given,
        definitions: [
          Definition(
            Letter("a"), activation.generalDefinition, name: "definition of \(activation.name)"),
          .activation(activation, in: .number(2)),
        ],
        functions: [Entry("g"): function, Entry("g", layer: 2): function])
    }
  }

  /// Numbers z_1 … z_K for the derivation of ∂h_i/∂z_k: in the letters z_k and c, with h_k.
  public static func samples(of hypothesis: Hypothesis) -> [Instance] {
    let inputs = [[0.25, -1.5, 0.875], [-0.625, 0.5], [1.25, 0.375, -0.75, -1.125]]
    return inputs.map { z in
      var given: [Entry: Double] = [:]
      for (n, z) in z.enumerated() { given[Entry("z", nodes: [n + 1])] = z }
      if hypothesis.generalDefinition.contains(.c) {
        given[Entry("c")] = hypothesis.parameter?.value
      }
      return Instance(
        name: "\(z.count) outputs", sizes: [z.count], given: given,
        definitions: [
          Definition(
            Letter("h", node: .k), hypothesis.generalDefinition,
            name: "definition of \(hypothesis.name)")
        ])
    }
  }
}
