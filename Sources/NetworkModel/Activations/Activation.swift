// Activation functions g of the hidden layers: [W] §7, [N] "Activation functions".

public import Notation

/// An activation function a = g(z) of hidden nodes: a value made of formulas.
///
/// Adding one is a file with its definition and a line in `Activation.all`.
public struct Activation: Hashable, Sendable {
  /// The contract's name for it, and others that people know it by.
  public let name: String
  public let aliases: [String]
  /// Which of the notes define it, and where.
  public let source: String
  /// The parameter that an object in a network file gives, and its value here: `("k", 2)`.
  public let parameter: Parameter?
  /// g(z), in the letter z.
  public let definition: Expression
  /// g′(z) as the notes give it, in the letters z and a.
  public let slope: Expression
  /// g(z) and g′(z) for any value of the parameter, which is the letter c in them.
  public let generalDefinition: Expression
  public let generalSlope: Expression
  /// How parts of these formulas are computed where the form of the textbook would overflow or
  /// cancel: a part, in z and a, and an equal expression in z.
  public let soundForms: [Expression: Expression]

  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: Double
  }

  /// - Parameters:
  ///   - definition: g(z); the letter c in it is the parameter.
  ///   - slope: g′(z), likewise.
  public init(
    name: String, aliases: [String] = [], source: String, parameter: Parameter? = nil,
    definition: Expression, slope: Expression, soundForms: [Expression: Expression] = [:]
  ) {
    self.name = name
    self.aliases = aliases
    self.source = source
    self.parameter = parameter
    generalDefinition = definition
    generalSlope = slope
    self.definition = definition.setting(parameter)
    self.slope = slope.setting(parameter)
    self.soundForms = soundForms.setting(parameter)
  }
}

extension Activation {
  /// g(z) as it is computed.
  public var soundValue: Expression { soundForms[.a] ?? definition }

  /// g′(z) as it is computed, in z and a.
  public var soundSlope: Expression { slope.replacing(soundForms.filter { $0.key != .a }) }

  /// Every activation of the notes, with its parameter at its default.
  public static let all: [Activation] = [
    .identity, .linear(), .logistic, .rectifier(), .step(), .tanh,
  ]
}
