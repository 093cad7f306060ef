// Where a worked line is derived.

import Deriving

/// A line of a derivation: what a worked line points at.
public struct LineReference: Hashable, Sendable {
  /// The derivation's name, as `nabla derive` takes it: "BP2", "cross-entropy logistic".
  public let derivation: String
  /// The number of the line there: "8".
  public let line: String

  public init(derivation: String, line: String) {
    self.derivation = derivation
    self.line = line
  }

  init(_ derivation: Derivation, _ step: Step) {
    self.init(derivation: derivation.name, line: step.id)
  }
}
