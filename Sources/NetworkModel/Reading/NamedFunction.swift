// Activations, hypotheses and costs by the names that people write.

/// A function that a network file, or an argument of a command, gives by name.
public protocol NamedFunction: Sendable {
  /// What such a function is called: "activation".
  static var role: String { get }
  static var all: [Self] { get }
  var name: String { get }
  var aliases: [String] { get }
}

extension NamedFunction {
  /// The function with a name or an alias.
  public static func named(_ name: String) -> Self? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The name, among all names and aliases, that a misspelt one is nearest to.
  public static func nearestName(to found: String) -> String? {
    NetworkModel.nearestName(to: found, among: all.flatMap { [$0.name] + $0.aliases })
  }
}

extension Cost: NamedFunction {
  public static var role: String { "cost" }
}

/// A function that may have a parameter, as the k of kz.
protocol ParametricFunction: NamedFunction {
  var parameter: Activation.Parameter? { get }
  /// The function of the same name with its parameter at another value.
  func with(parameter value: Double) -> Self
}

extension Activation: ParametricFunction {
  public static var role: String { "activation" }

  package func with(parameter value: Double) -> Activation {
    switch name {
    case "linear": .linear(k: value)
    case "step": .step(k: value)
    case "rectifier": .rectifier(slopeAtZero: value)
    default: preconditionFailure("\(name) has no parameter")
    }
  }
}

extension Hypothesis: ParametricFunction {
  public static var role: String { "hypothesis" }

  func with(parameter value: Double) -> Hypothesis {
    switch name {
    case "linear": .linear(k: value)
    case "step": .step(k: value)
    case "rectifier": .rectifier(slopeAtZero: value)
    default: preconditionFailure("\(name) has no parameter")
    }
  }
}
