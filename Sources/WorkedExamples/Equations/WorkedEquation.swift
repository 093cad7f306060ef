// An equation that a worked example uses: for any node and any example.

public import Notation

/// What a line of a worked example finds.
public enum WorkedQuantity: String, CaseIterable, Hashable, Sendable {
  case weightedInput, activation, output
  case exampleCost, penalty, cost
  case outputGradient, outputSlope, outputError
  case activationGradient, slope, error
  case weightGradient, biasGradient
  case weightUpdate, biasUpdate
}

/// An equation of one layer, its indices free: z_i^(2)(m) = Σ_j w_ij^(2) x_j^(m) + b_i^(2).
///
/// It comes from a definition or from a line of a derivation; nothing is typed in twice. Layers are
/// numbers in it; its free indices are the nodes of `left` and the example.
public struct WorkedEquation: Hashable, Sendable {
  /// What it finds.
  public let quantity: WorkedQuantity
  /// The layer that it belongs to; `nil` for the cost.
  public let layer: Int?
  /// The letter that it gives, its nodes and its example free.
  public let left: Letter
  /// The formula, in letters that were found before.
  public let right: Expression
  /// What stands beside the line: "weighted input", "BP2".
  public let reason: String
  /// The line of a derivation that it is; `nil` for the update and the penalty.
  public let reference: LineReference?

  /// Puts an equation together; see the properties.
  public init(
    _ quantity: WorkedQuantity, layer: Int?, _ left: Letter, _ right: Expression, reason: String,
    reference: LineReference? = nil
  ) {
    self.quantity = quantity
    self.layer = layer
    self.left = left
    self.right = right
    self.reason = reason
    self.reference = reference
  }

  /// The same equation with another right side: a mistake.
  public func replacingRight(by right: Expression) -> WorkedEquation {
    WorkedEquation(
      quantity, layer: layer, left, right, reason: reason, reference: reference)
  }

  /// The same equation of the network after the update.
  var updated: WorkedEquation {
    WorkedEquation(
      quantity, layer: layer, left.updated, right.updated, reason: reason, reference: reference)
  }
}

extension WorkedEquation {
  /// A weight's gradient without the penalty's term: what comes from the examples.
  var data: Expression {
    if case .sum(let terms) = right { return terms[0] }
    return right
  }

  /// The penalty's terms of a weight's gradient, if there are any.
  var penalty: Expression? {
    guard case .sum(let terms) = right, terms.count > 1 else { return nil }
    return terms.count == 2 ? terms[1] : .sum(Array(terms.dropFirst()))
  }
}
