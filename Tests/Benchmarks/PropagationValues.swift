// The numbers that both sides must agree on before their times are compared.

import Foundation
import Nabla

/// Writes X, Y, W^(2), b^(2), …, J, ∇W^(2), ∇b^(2), … one after the other, matrices row by row.
///
/// Every number is a `Double`, those of a `Float` engine too: nothing is lost.
func writeValues(_ engine: BatchPropagation<some Scalar>, to path: String) throws {
  let pass = engine.forward()
  let gradient = engine.gradients(pass).gradient
  var numbers = engine.batch.inputs.entries + engine.batch.targets.entries
  numbers += flattened(engine.network.parameters)
  numbers.append(pass.cost.real)
  numbers += flattened(gradient)
  let bytes = numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { Data($0) }
  try bytes.write(to: URL(fileURLWithPath: path))
}

/// Layer by layer, the weights before the biases.
private func flattened<Number: Scalar>(_ parameters: Parameters<Number>) -> [Double] {
  parameters.weights.range.flatMap { l in
    (parameters.weights[l].entries + parameters.biases[l]).map(\.real)
  }
}
