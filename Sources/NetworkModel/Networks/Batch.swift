// A batch of examples: X and Y of [W] §3.

public import Numbers

/// A batch of M examples as columns: X and Y of [W] §3.
public struct Batch: Sendable {
  /// X, N × M.
  public var inputs: Matrix<Double>
  /// Y, K × M.
  public var targets: Matrix<Double>

  /// - Precondition: as many columns of targets as of inputs.
  public init(inputs: Matrix<Double>, targets: Matrix<Double>) {
    precondition(
      inputs.columns == targets.columns,
      "\(inputs.columns) examples with \(targets.columns) targets")
    self.inputs = inputs
    self.targets = targets
  }

  /// M.
  public var count: Int { inputs.columns }
}
