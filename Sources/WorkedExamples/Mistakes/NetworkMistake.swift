// A mistake that people make in backward propagation: a wrong formula that can be run.

public import NetworkModel
import Notation

/// A mistake by name, and what it makes of the equations of a network.
public struct NetworkMistake: Sendable {
  /// As it stands in lists and reports: `missing-activation-derivative`.
  public let name: String
  /// The equations that are wrong: "BP2"; "BP3, BP4".
  public let equation: String
  /// What somebody does who makes it, in a few words.
  public let summary: String
  /// The wrong formula, for any network.
  public let formula: String
  /// Why it is wrong, and what stands there, for the learner: a sentence or two.
  public let lesson: String
  /// Whether it is one of those that people make with a pencil, too: marking keys and the stepper show
  /// these.
  public let isMadeOnPaper: Bool
  /// How much of a formula it changes.
  let reach: Reach
  /// The wrong right side of an equation; `nil` for an equation that it leaves alone, or where it cannot
  /// be made or makes no difference.
  let wrong: @Sendable (WorkedEquation, Place) -> Expression?

  /// How much of a formula a mistake changes: of several, the first is made first.
  enum Reach: Int, Sendable {
    /// The formula is written anew, so it has to be the right one before.
    case whole
    /// Something in it is another thing.
    case part
    /// The formula gets a factor, or is put into another one.
    case around
  }

  /// What a mistake may look at besides the equation.
  public struct Place: Sendable {
    /// The network and its examples.
    public let network: Network
    public let batch: Batch
    /// The right equations.
    public let equations: NetworkEquations

    /// - Parameter equations: the right equations of the network and the batch.
    public init(_ network: Network, _ batch: Batch, _ equations: NetworkEquations) {
      self.network = network
      self.batch = batch
      self.equations = equations
    }
  }

  init(
    _ name: String, _ equation: String, _ summary: String, formula: String, lesson: String,
    onPaper: Bool = false, reach: Reach = .part,
    wrong: @escaping @Sendable (WorkedEquation, Place) -> Expression?
  ) {
    self.name = name
    self.equation = equation
    self.summary = summary
    self.formula = formula
    self.lesson = lesson
    isMadeOnPaper = onPaper
    self.reach = reach
    self.wrong = wrong
  }
}

extension NetworkMistake.Place {
  var lastLayer: Int { network.lastLayer }
  var examples: Int { batch.count }

  /// The equation of a quantity in a layer.
  func equation(_ quantity: WorkedQuantity, _ layer: Int) -> WorkedEquation? {
    equations.all.first { $0.quantity == quantity && $0.layer == layer }
  }

  /// Whether layers have as many nodes as each other, so that what belongs to one fits the other.
  func isSameSize(_ layers: Int...) -> Bool {
    layers.allSatisfy { $0 >= 1 && $0 <= lastLayer && network.size($0) == network.size(layers[0]) }
  }
}
