// Everything that can be derived, by name.

public import NetworkModel
import Notation

/// Something that can be derived: what `nabla list derivations` names.
public struct Topic: Sendable {
  /// As it is asked for: "log-loss softmax", "BP2", "g tanh".
  public let name: String
  /// In a sentence.
  public let summary: String
  /// What kind of derivation it is: a heading in lists.
  public let group: Group
  private let make: @Sendable () throws(DerivingError) -> Derivation

  public enum Group: String, CaseIterable, Sendable {
    case pairs = "The error of the output layer, δ^(L)"
    case propagation = "Forward and backward propagation"
    case functions = "Slopes of functions"
    case origins = "Where costs and penalties come from"
    case learning = "Learning"
    case examples = "Paths and examples"
  }

  init(
    _ name: String, _ summary: String, _ group: Group,
    make: @escaping @Sendable () throws(DerivingError) -> Derivation
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.make = make
  }

  /// The derivation, computed.
  ///
  /// - Throws: naming the expression that no rule leads on from.
  public func derivation() throws(DerivingError) -> Derivation { try make() }
}

extension Topic {
  /// The topic of a pair.
  public static func pair(_ cost: Cost, _ hypothesis: Hypothesis) -> Topic {
    Topic(
      "\(cost.name) \(hypothesis.name)", "δ^(L) for this pair", .pairs
    ) {
      () throws(DerivingError) in try Derivation.pair(cost, hypothesis)
    }
  }

  /// Every derivation, in the order in which lists show them.
  public static let all: [Topic] =
    pairs + propagation + functions + origins + learning + examples

  private static let pairs: [Topic] =
    Cost.all.flatMap { cost in
      Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 3) }.map { pair(cost, $0) }
    } + [
      Topic("log-loss softmax log-sum-exp", "the same through the logarithm of a sum", .pairs) {
        () throws(DerivingError) in try .logSumExp()
      }
    ]

  private static let propagation: [Topic] = [
    Topic("FP1", "forward propagation of one example", .propagation) {
      () throws(DerivingError) in try .forward(isBatch: false)
    },
    Topic("FP2", "forward propagation of a batch", .propagation) {
      () throws(DerivingError) in try .forward(isBatch: true)
    },
    Topic("BP1", "the error of the output layer", .propagation) {
      () throws(DerivingError) in try .outputError()
    },
    Topic("BP2", "the error of a hidden layer", .propagation) {
      () throws(DerivingError) in try .hiddenError()
    },
    Topic("BP3", "the gradient of the weights", .propagation) {
      () throws(DerivingError) in try .weightGradient()
    },
    Topic("BP4", "the gradient of the biases", .propagation) {
      () throws(DerivingError) in try .biasGradient()
    },
    Topic("BP3.1", "the gradient of the weights for one example", .propagation) {
      () throws(DerivingError) in try .weightGradient(isBatch: false)
    },
    Topic("BP4.1", "the gradient of the biases for one example", .propagation) {
      () throws(DerivingError) in try .biasGradient(isBatch: false)
    },
    Topic("hidden", "∂J/∂a of a hidden node", .propagation) {
      () throws(DerivingError) in try .activationGradient()
    },
  ]

  private static let functions: [Topic] =
    Activation.all.map { activation in
      Topic("g \(activation.name)", "g′(z) of \(activation.name)", .functions) {
        () throws(DerivingError) in try .slope(of: activation)
      }
    }
    + Hypothesis.all.filter { !$0.isElementwise }.map { hypothesis in
      Topic("g \(hypothesis.name)", "the Jacobian of \(hypothesis.name)", .functions) {
        () throws(DerivingError) in try .jacobian(of: hypothesis)
      }
    }
    + Cost.all.map { cost in
      Topic("cost \(cost.name)", "∂J/∂h of this cost", .functions) {
        () throws(DerivingError) in try .slope(of: cost)
      }
    } + [
      Topic("penalty l2", "the gradient of λ/2M Σ w²", .functions) {
        () throws(DerivingError) in try .penalty("l2", Penalty(l2: 0.3))
      },
      Topic("penalty l1", "the gradient of λ/M Σ |w|", .functions) {
        () throws(DerivingError) in try .penalty("l1", Penalty(l1: 0.3))
      },
    ]

  private static let origins: [Topic] = [
    Topic("likelihood gaussian", "the quadratic cost from Gaussian targets", .origins) {
      () throws(DerivingError) in try .gaussianLikelihood()
    },
    Topic("likelihood bernoulli", "cross entropy from Bernoulli targets", .origins) {
      () throws(DerivingError) in try .bernoulliLikelihood()
    },
    Topic("likelihood multinomial", "log loss from multinomial targets", .origins) {
      () throws(DerivingError) in try .multinomialLikelihood()
    },
    Topic("prior gaussian", "the penalty l2 from Gaussian weights", .origins) {
      () throws(DerivingError) in
      try .prior("gaussian", Penalty(l2: 0.3), density: "Gaussian")
    },
    Topic("prior laplace", "the penalty l1 from Laplace weights", .origins) {
      () throws(DerivingError) in
      try .prior("laplace", Penalty(l1: 0.3), density: "Laplace")
    },
    Topic("natural identity", "why the δ agree: the quadratic cost written in z", .origins) {
      () throws(DerivingError) in try .naturalIdentity()
    },
    Topic("natural logistic", "why the δ agree: cross entropy written in z", .origins) {
      () throws(DerivingError) in try .naturalLogistic()
    },
    Topic("natural softmax", "why the δ agree: log loss written in z", .origins) {
      () throws(DerivingError) in
      try .logSumExp(
        named: "natural softmax",
        title: "Why the errors of the classical pairs agree: softmax, with the cost written in z",
        source: "[W] §8; [R] appendix; [S] (3), (4)")
    },
    Topic("two-classes", "binary cross entropy from log loss of two classes", .origins) {
      () throws(DerivingError) in try .twoClasses()
    },
  ]

  private static let learning: [Topic] = [
    Topic("descent", "why a step against the gradient lowers the cost", .learning) {
      () throws(DerivingError) in try .descent()
    },
    Topic("decay l2", "a step with λ/2M Σ w²: the weights shrink by a factor", .learning) {
      () throws(DerivingError) in try .decay("l2", Penalty(l2: 0.3))
    },
    Topic("decay l1", "a step with λ/M Σ |w|: the weights shrink by an amount", .learning) {
      () throws(DerivingError) in try .decay("l1", Penalty(l1: 0.3))
    },
    Topic("momentum", "the step as a sum over all gradients so far", .learning) {
      () throws(DerivingError) in try .momentum()
    },
    Topic("dropout", "the error of a hidden layer under a mask", .learning) {
      () throws(DerivingError) in try .dropout()
    },
  ]

  private static let examples: [Topic] = [
    Topic("chain", "one neuron in each layer: one path", .examples) {
      () throws(DerivingError) in try .neuronChain()
    },
    Topic("paths", "the sum over all paths, and their number", .examples) {
      () throws(DerivingError) in try .allPaths()
    },
    Topic("polynomial", "the gradient of polynomial regression", .examples) {
      () throws(DerivingError) in try .polynomial()
    },
    Topic("4-2-3-1", "the example network of [N], to its end", .examples) {
      () throws(DerivingError) in try .example4231()
    },
  ]
}
