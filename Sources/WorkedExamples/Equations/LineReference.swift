// Where a worked line is derived.

public import Deriving
import NetworkModel

/// A line of a derivation: what a worked line points at.
public struct LineReference: Hashable, Sendable {
  /// The derivation's name, as `nabla derive` takes it: "BP2", "cross-entropy logistic".
  public let derivation: String
  /// The number of the line there: "8".
  public let line: String

  /// - Parameter line: as people type it: "8", "6b".
  public init(derivation: String, line: String) {
    self.derivation = derivation
    self.line = line
  }

  init(_ derivation: Derivation, _ step: Step) {
    self.init(derivation: derivation.name, line: step.id)
  }
}

extension LineReference {
  /// The line that ends the derivation of a penalty's slope.
  package static func slope(of penalty: Penalty) -> LineReference? {
    let name = penalty.l2 == 0 ? "penalty l1" : "penalty l2"
    return derivation(named: name).map { LineReference($0, $0.lastScalarLine.step) }
  }

  /// The derivation of a name that lines point at; `nil` where no topic has the name.
  ///
  /// - Precondition: it can be derived, as it was when equations were taken from it.
  public static func derivation(named name: String) -> Derivation? {
    guard let topic = Topic.all.first(where: { $0.name == name }) else { return nil }
    do throws(DerivingError) {
      return try topic.derivation()
    } catch {
      preconditionFailure("\(name), which lines point at, cannot be derived: \(error)")
    }
  }
}
