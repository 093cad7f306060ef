// The equations of one network, from definitions and derivations: FP1, BP1–BP4 and the update.

import Deriving
public import NetworkModel
import Notation

/// Every equation that works a network through, in the order in which the notes use them.
///
/// An example is worked from the list in this order; whoever replaces one of them (a mistake does) works
/// another calculation.
public struct NetworkEquations: Sendable {
  /// z, a and h, layer by layer; then the cost.
  public var forward: [WorkedEquation]
  /// ∂J/∂h, h′, δ^(L); then ∂J/∂a, g′, δ of each hidden layer, the last first.
  public var backward: [WorkedEquation]
  /// ∂J/∂w and ∂J/∂b, in the order in which layers are met on the way back.
  public var gradient: [WorkedEquation]
  /// w − α ∂J/∂w and b − α ∂J/∂b.
  public var update: [WorkedEquation]

  /// The equations of a network and M examples.
  ///
  /// - Throws: `.undefined` where the cost has no value at the hypothesis; what cannot be derived.
  public init(_ network: Network, _ batch: Batch) throws(DerivingError) {
    let source = try EquationSource(network, batch)
    let last = network.lastLayer
    forward = []
    for l in 2...last {
      forward.append(try source.weightedInput(l))
      forward.append(l == last ? source.output() : try source.activation(l))
    }
    forward += source.cost()
    backward = try source.outputError()
    gradient = try source.gradient(last)
    for l in stride(from: last - 1, through: 2, by: -1) {
      backward += try source.hiddenError(l)
      gradient += try source.gradient(l)
    }
    update = (2...last).flatMap { source.update($0) }
  }

  /// All of them, in the order of the calculation.
  public var all: [WorkedEquation] { forward + backward + gradient + update }

  /// The same equations, some of them changed.
  public func map(_ change: (WorkedEquation) -> WorkedEquation) -> NetworkEquations {
    var result = self
    result.forward = forward.map(change)
    result.backward = backward.map(change)
    result.gradient = gradient.map(change)
    result.update = update.map(change)
    return result
  }
}
