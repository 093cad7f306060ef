// Whether a student's gradients have the shapes of the network, and finite numbers.

import Nabla

/// The shapes that gradients and errors of a network have.
struct ClaimShapes {
  private let network: Network
  private let batch: Batch

  init(_ network: Network, _ batch: Batch) {
    self.network = network
    self.batch = batch
  }

  /// - Throws: the shapes that are wrong; else the first number that is not finite.
  func check(_ gradient: Parameters<Double>) throws(FindingError) {
    let problems = problems(gradient)
    if !problems.isEmpty { throw FindingError(.shapes(problems)) }
    try checkFinite(gradient)
  }

  /// The shapes alone of what a second call gave: a number that is not finite there is another answer.
  func checkAgain(_ gradient: Parameters<Double>) throws(FindingError) {
    let problems = problems(gradient).map { "in the second call " + $0 }
    if !problems.isEmpty { throw FindingError(.shapes(problems)) }
  }

  private func checkFinite(_ gradient: Parameters<Double>) throws(FindingError) {
    for coordinate in gradient.coordinates where !gradient[coordinate].isFinite {
      throw FindingError(.notFinite(coordinate, gradient[coordinate]))
    }
  }

  private func problems(_ gradient: Parameters<Double>) -> [String] {
    let expected = 2...network.lastLayer
    guard gradient.weights.first == 2, gradient.biases.first == 2,
      gradient.weights.elements.count == expected.count,
      gradient.biases.elements.count == expected.count
    else {
      return [
        "there are ∂J/∂W for \(gradient.weights.elements.count) layers and ∂J/∂b for "
          + "\(gradient.biases.elements.count); a network with L = \(network.lastLayer) has "
          + "\(expected.count): ℓ = 2 … \(network.lastLayer)"
      ]
    }
    return expected.flatMap { l in
      let (w, b) = (gradient.weights[l], gradient.biases[l])
      let (rows, columns) = (network.size(l), network.size(l - 1))
      var problems: [String] = []
      if w.rows != rows || w.columns != columns {
        let isTransposed = w.rows == columns && w.columns == rows
        problems.append(
          "∂J/∂W^(\(l)) is \(w.rows)×\(w.columns), and W^(\(l)) is \(rows)×\(columns)"
            + (isTransposed ? ": it is transposed" : ""))
      }
      if b.count != rows {
        problems.append("∂J/∂b^(\(l)) has \(b.count) numbers, and b^(\(l)) has \(rows)")
      }
      return problems
    }
  }

  /// The same of Δ^(ℓ).
  func check(errors: [Int: Matrix<Double>]) throws(FindingError) {
    var problems: [String] = []
    for (l, error) in errors.sorted(by: { $0.key < $1.key }) {
      guard 2...network.lastLayer ~= l else {
        problems.append("there is no Δ^(\(l)): layers go from 2 to \(network.lastLayer)")
        continue
      }
      if error.rows != network.size(l) || error.columns != batch.count {
        problems.append(
          "Δ^(\(l)) is \(error.rows)×\(error.columns), and Z^(\(l)) is "
            + "\(network.size(l))×\(batch.count)")
      }
    }
    if !problems.isEmpty { throw FindingError(.shapes(problems)) }
    for (l, error) in errors.sorted(by: { $0.key < $1.key }) {
      for i in 1...error.rows {
        for m in 1...error.columns where !error[i, m].isFinite {
          throw FindingError(
            .notFinite(.weightedInput(layer: l, i: i, example: m), error[i, m]))
        }
      }
    }
  }
}
