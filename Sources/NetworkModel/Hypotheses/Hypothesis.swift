// Hypothesis functions h of the output layer: [W] §8.

public import Notation

/// A hypothesis function h of the output layer: h_k as a function of z_1 … z_K.
///
/// Costs use h itself, or log h and log(1 − h). A hypothesis says how each of these depends on z, so
/// that every pair of cost and hypothesis is numerically sound without a table of pairs: where h is
/// 1 to the last bit, log(1 − h) still is a number, and its derivative is right.
public struct Hypothesis: Hashable, Sendable {
  public let name: String
  public let aliases: [String]
  public let source: String
  /// The parameter that an object in a network file gives, if there is one.
  public let parameter: Activation.Parameter?
  /// h_k, in the letters z_k and z_i.
  public let definition: Expression
  /// What a cost may use of an output, and its derivatives: h_k, log h_k and log(1 − h_k).
  public let jacobians: [Expression: Jacobian]
  /// Both for any value of the parameter, which is the letter c in them.
  public let generalDefinition: Expression
  public let generalJacobians: [Expression: Jacobian]
  /// Parts in h_k as they are computed from z, where the form of the textbook overflows or cancels.
  public let soundForms: [Expression: Expression]

  /// The derivatives of a function of the output h_i by z_k.
  public struct Jacobian: Hashable, Sendable {
    /// For i = k, in h_k.
    public let diagonal: Expression
    /// For i ≠ k, in h_i and h_k; `nil` where h_i depends on z_i alone.
    public let offDiagonal: Expression?

    public init(diagonal: Expression, offDiagonal: Expression? = nil) {
      self.diagonal = diagonal
      self.offDiagonal = offDiagonal
    }
  }

  /// - Parameters:
  ///   - definition: h_k; the letter c in it is the parameter.
  ///   - jacobians: the derivatives, likewise. Only the engines need them: a derivation starts from the
  ///     definition.
  public init(
    name: String, aliases: [String] = [], source: String, parameter: Activation.Parameter? = nil,
    definition: Expression, jacobians: [Expression: Jacobian] = [:],
    soundForms: [Expression: Expression] = [:]
  ) {
    self.name = name
    self.aliases = aliases
    self.source = source
    self.parameter = parameter
    generalDefinition = definition
    generalJacobians = jacobians
    self.definition = definition.setting(parameter)
    self.jacobians = jacobians.mapValues {
      Jacobian(
        diagonal: $0.diagonal.setting(parameter),
        offDiagonal: $0.offDiagonal?.setting(parameter))
    }
    self.soundForms = soundForms.setting(parameter)
  }
}

extension Hypothesis {
  /// An activation function used on each output by itself.
  ///
  /// Where the function's values lie between 0 and 1, log h and log(1 − h) follow by the chain rule:
  /// (log h)′ = h′ / h, (log(1 − h))′ = −h′ / (1 − h), which the argument gives with h cancelled.
  public init(
    _ activation: Activation, logarithmSlope: Expression? = nil,
    logarithmOfComplementSlope: Expression? = nil
  ) {
    let rename: [Expression: Expression] = [.z: .zk, .a: .hk]
    var jacobians = [Expression.hk: Jacobian(diagonal: activation.generalSlope.replacing(rename))]
    jacobians[.log(.hk)] = logarithmSlope.map { Jacobian(diagonal: $0) }
    jacobians[.log(1 - .hk)] = logarithmOfComplementSlope.map { Jacobian(diagonal: $0) }
    self.init(
      name: activation.name, aliases: activation.aliases, source: activation.source,
      parameter: activation.parameter, definition: activation.generalDefinition.replacing(rename),
      jacobians: jacobians,
      soundForms: Dictionary(
        uniqueKeysWithValues: activation.soundForms.map {
          ($0.key.replacing(rename), $0.value.replacing(rename))
        }))
  }

  /// Whether h_k depends on z_k alone. Softmax does not: its derivative is a full Jacobian.
  public var isElementwise: Bool { definition.allIndices == [.k] }

  /// Between which bounds h_k lies, with K outputs; a single output of softmax is 1.
  public func range(outputs: Int) -> ValueRange? {
    !isElementwise && outputs == 1 ? .value(1) : definition.range(where: [:])
  }

  /// Every hypothesis of the notes, with its parameter at its default.
  public static let all: [Hypothesis] = [
    .identity, .linear(), .logistic, .rectifier(), .softmax, .step(), .tanh,
  ]
}
