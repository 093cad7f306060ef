// Networks and gradients as lists by layer, and back.

import Nabla

extension Network {
  /// A student's network with these parameters.
  func steps<Steps: BackpropSteps>(_ type: Steps.Type) -> Steps {
    Steps(
      weights: parameters.weights.padded(\.rowArrays), biases: parameters.biases.padded { $0 },
      lambda: penalty.l2)
  }
}

extension Layers {
  /// By the layer's number: what layers before the first have is empty.
  func padded<T>(_ transform: (Element) -> [T]) -> [[T]] {
    Array(repeating: [], count: first) + elements.map(transform)
  }
}

extension Parameters<Double> {
  /// A gradient from lists by layer.
  ///
  /// - Throws: where there are other layers than the network has, or the rows of a matrix differ.
  init(
    byLayer weights: [[[Double]]], _ biases: [[Double]], lastLayer: Int
  ) throws(FindingError) {
    for (name, count) in [("weights", weights.count), ("biases", biases.count)]
    where count != lastLayer + 1 {
      throw FindingError(
        .shapes([
          "`\(name)` has \(count) lists, and needs \(lastLayer + 1): "
            + "two empty ones, and \(name)[2] … \(name)[\(lastLayer)]"
        ]))
    }
    do throws(ArrayShapeError) {
      try self.init(weights: Array(weights.dropFirst(2)), biases: Array(biases.dropFirst(2)))
    } catch {
      throw FindingError(.shapes([error.description]))
    }
  }
}
