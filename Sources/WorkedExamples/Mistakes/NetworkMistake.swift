// A mistake that people make in backward propagation: a wrong formula that can be run.

public import NetworkModel
import Notation
import Numbers

/// A mistake by name, and what it makes of the equations of a network.
public struct NetworkMistake: Sendable {
  /// As it stands in lists and reports: `missing-activation-derivative`.
  public let name: String
  /// The equation that is wrong: "BP2".
  public let equation: String
  /// What somebody does who makes it.
  public let summary: String
  /// The wrong right side of an equation; `nil` for an equation that it leaves alone, or where it cannot
  /// be made or makes no difference.
  let wrong: @Sendable (WorkedEquation, Place) -> Expression?

  /// What a mistake may look at besides the equation.
  struct Place: Sendable {
    let network: Network
    let batch: Batch
    let equations: NetworkEquations

    var lastLayer: Int { network.lastLayer }
    var examples: Int { batch.count }

    /// The equation of a quantity in a layer.
    func equation(_ quantity: WorkedQuantity, _ layer: Int) -> WorkedEquation? {
      equations.all.first { $0.quantity == quantity && $0.layer == layer }
    }
  }

  init(
    _ name: String, _ equation: String, _ summary: String,
    wrong: @escaping @Sendable (WorkedEquation, Place) -> Expression?
  ) {
    self.name = name
    self.equation = equation
    self.summary = summary
    self.wrong = wrong
  }

  /// The equations of a network with this mistake in them; `nil` where it cannot be made.
  public func equations(
    _ equations: NetworkEquations, _ network: Network, _ batch: Batch
  ) -> NetworkEquations? {
    let place = Place(network: network, batch: batch, equations: equations)
    var isMade = false
    let changed = equations.map { equation in
      guard let wrong = wrong(equation, place), wrong != equation.right else { return equation }
      isMade = true
      return equation.replacingRight(by: wrong)
    }
    return isMade ? changed : nil
  }
}
