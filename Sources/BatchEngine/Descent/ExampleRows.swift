// Examples one after the other, so that any of them can be gathered into a batch quickly.

import NetworkModel
import Numbers

/// A training set as Xᵀ and Yᵀ: the numbers of an example lie side by side.
final class ExampleRows: Sendable {
  private let inputs: [Double]
  private let targets: [Double]
  private let features: Int
  private let outputs: Int

  init(_ batch: Batch) {
    features = batch.inputs.rows
    outputs = batch.targets.rows
    inputs = batch.inputs.transposedEntries
    targets = batch.targets.transposedEntries
  }

  /// Some examples as columns, in the memory of `buffers`.
  func gather(_ positions: ArraySlice<Int>, into buffers: inout GatheredExamples) -> Batch {
    gather(inputs, rows: features, positions, to: &buffers.inputs)
    gather(targets, rows: outputs, positions, to: &buffers.targets)
    return Batch(inputs: buffers.inputs, targets: buffers.targets)
  }

  private func gather(
    _ source: [Double], rows: Int, _ positions: ArraySlice<Int>, to target: inout Matrix<Double>
  ) {
    let columns = positions.count
    source.withUnsafeBufferPointer { source in
      target.refill(rows: rows, columns: columns) { entries in
        // Some columns at a time, so that what is written stays in the first cache.
        for first in stride(from: 0, to: columns, by: 8) {
          let range = first..<min(first + 8, columns)
          for row in 0..<rows {
            for column in range {
              entries[row * columns + column] =
                source[positions[positions.startIndex + column] * rows + row]
            }
          }
        }
      }
    }
  }
}

/// The memory that gathered examples are written into, again and again.
struct GatheredExamples {
  var inputs = Matrix<Double>.empty
  var targets = Matrix<Double>.empty
}

extension Matrix<Double> {
  /// The entries column by column.
  fileprivate var transposedEntries: [Double] {
    var result = [Double](repeating: 0, count: entries.count)
    for i in 0..<rows { for j in 0..<columns { result[j * rows + i] = entries[i * columns + j] } }
    return result
  }
}
