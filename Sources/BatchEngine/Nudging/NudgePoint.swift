// The point that is nudged: a forward pass that is kept, and what all nudges need of it.

import NetworkModel
import Numbers

/// A forward pass at θ with its kinks held, and tables for changes of it. Shared by all threads.
final class NudgePoint: Sendable {
  let engine: BatchPropagation<Double>
  let pass: ForwardPass<Double>
  /// ℓ = 1 … L−1, what weights into layer ℓ + 1 act through.
  let inputs: Layers<ActiveInputs>
  /// ℓ = 2 … L−1.
  let activations: Layers<ActivationChange>
  let slopes: Layers<[Double]>
  let output: OutputChange
  let outputTable: OutputTable
  let rounding: ChangeRounding
  /// What stands before the sums of the cost.
  let scale: Double

  /// `nil` where the hypothesis has no changes of its own.
  init?(_ engine: BatchPropagation<Double>, _ known: Gradients<Bounded>?) {
    guard let output = OutputChange(engine.network) else { return nil }
    self.output = output
    self.engine = engine
    pass = engine.forward(holding: nil)
    inputs = Layers(first: 1, pass.activation.elements.dropLast().map(ActiveInputs.init))
    activations = engine.network.activations.map(ActivationChange.init)
    let Z = pass.weightedInput
    slopes = Layers(
      first: 2, activations.range.map { [activations] l in activations[l].slopes(Z[l]) })
    outputTable = OutputTable(engine, pass)
    rounding = ChangeRounding(engine, pass, outputTable, known)
    scale = engine.scale
  }

  /// How many nodes the largest program has.
  var nodeCount: Int {
    max(output.nodeCount, activations.elements.map(\.nodeCount).max() ?? 0)
  }

  /// The largest layer.
  var width: Int { engine.network.sizes.dropFirst().max() ?? 0 }
}
