// A batch of examples: X and Y of [W] §3.

public import Numbers

/// A batch of M examples as columns: X and Y of [W] §3.
public struct Batch: Sendable {
  /// X, N × M.
  public var inputs: Matrix<Double>
  /// Y, K × M.
  public var targets: Matrix<Double>
  /// Under dropout D^(ℓ), what A^(ℓ) of a hidden layer ℓ = 2 … L−1 is multiplied with element by
  /// element, s_ℓ × M: A^(ℓ) = g(Z^(ℓ)) ⊙ D^(ℓ). `nil` without dropout.
  public var masks: Layers<Matrix<Double>>?

  /// - Precondition: as many columns of targets and masks as of inputs.
  public init(
    inputs: Matrix<Double>, targets: Matrix<Double>, masks: Layers<Matrix<Double>>? = nil
  ) {
    precondition(
      inputs.columns == targets.columns,
      "\(inputs.columns) examples with \(targets.columns) targets")
    for mask in masks?.elements ?? [] {
      precondition(
        mask.columns == inputs.columns, "\(inputs.columns) examples, masks for \(mask.columns)")
    }
    self.inputs = inputs
    self.targets = targets
    self.masks = masks
  }

  /// M.
  public var count: Int { inputs.columns }

  /// Examples side by side, counted from 0.
  public func examples(_ range: Range<Int>) -> Batch {
    Batch(
      inputs: inputs.columns(range), targets: targets.columns(range),
      masks: masks?.map { $0.columns(range) })
  }

  /// Some of the examples, by their positions from 0, in that order.
  public func examples(_ positions: some Sequence<Int>) -> Batch {
    Batch(
      inputs: inputs.columns(positions), targets: targets.columns(positions),
      masks: masks?.map { $0.columns(positions) })
  }
}
