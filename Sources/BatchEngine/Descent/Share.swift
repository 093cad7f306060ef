// A part of a batch: what a core works on at a time.

import NetworkModel
import Numbers

/// Some examples of a batch that are propagated together.
struct Share: Sendable {
  let source: Source
  /// D^(ℓ) of these examples, under dropout.
  var masks: Layers<Matrix<Double>>?
  /// How many examples the whole batch has.
  let total: Int
  let isOnOneCore: Bool

  enum Source: Sendable {
    /// Examples that lie ready as columns.
    case block(Batch)
    /// Examples to be gathered.
    case rows(ExampleRows, ArraySlice<Int>)
    /// Examples without their zeros, and their targets.
    case sparse(SparseInputs, ArraySlice<Int>, targets: Matrix<Double>)
  }

  /// The engine for these examples; gathered ones are put into the memory of `buffers`.
  ///
  /// - Parameter weights: what sparse examples meet.
  func engine(
    _ prototype: BatchPropagation<Double>, _ parameters: Parameters<Double>,
    _ weights: SparseWeights?, using buffers: inout GatheredExamples
  ) -> BatchPropagation<Double> {
    var batch: Batch
    var layer: SparseLayer?
    switch source {
    case .block(let block): batch = block
    case .rows(let rows, let positions): batch = rows.gather(positions, into: &buffers)
    case .sparse(let examples, let positions, let targets):
      guard let weights else { preconditionFailure("sparse examples without weights") }
      layer = SparseLayer(examples, positions, weights)
      batch = Batch(inputs: Matrix(rows: 0, columns: positions.count), targets: targets)
    }
    batch.masks = masks
    var engine = prototype.sharing(
      batch, ofExamples: total, onOneCore: isOnOneCore, sparse: layer)
    engine.replaceParameters(by: parameters)
    return engine
  }
}
