// What the tests of claims share: a network to claim something of, and files that NumPy wrote.

import Foundation
import Nabla
import Testing

/// What a claim is read for.
struct ClaimedNetwork: Sendable {
  let network: Network
  let batch: Batch

  /// A network of these sizes with M examples; what its numbers are does not matter to a reader.
  init(_ sizes: [Int], examples: Int) {
    let layers = 2...sizes.count
    let parameters = Parameters(
      weights: Layers(
        first: 2, layers.map { Matrix<Double>(rows: sizes[$0 - 1], columns: sizes[$0 - 2]) }),
      biases: Layers(first: 2, layers.map { [Double](repeating: 0, count: sizes[$0 - 1]) }))
    network = Network(
      sizes: sizes, activations: sizes.dropFirst(2).map { _ in .logistic },
      hypothesis: .logistic, cost: .crossEntropy, parameters: parameters)
    batch = Batch(
      inputs: Matrix(rows: sizes[0], columns: examples),
      targets: Matrix(rows: sizes[sizes.count - 1], columns: examples))
  }

  /// The network of most of the fixtures, and of the square one.
  static let plain = ClaimedNetwork([2, 3, 1], examples: 4)
  static let square = ClaimedNetwork([2, 2, 2], examples: 2)

  func result(ofReading bytes: [UInt8], name: String = "g") -> Result<[Claim], ClaimFileError> {
    do throws(ClaimFileError) {
      return .success(try ClaimFile.read(bytes: bytes, name: name, for: network, batch: batch))
    } catch {
      return .failure(error)
    }
  }

  func read(_ bytes: [UInt8]) throws -> [Claim] {
    try ClaimFile.read(bytes: bytes, name: "g", for: network, batch: batch)
  }

  func read(_ text: String) throws -> [Claim] { try read(Array(text.utf8)) }
}

/// A file of Fixtures/claims, which `Tests/Peers/claim_files.py` writes.
func claimFixture(_ name: String) throws -> [UInt8] {
  Array(
    try Data(contentsOf: packageRoot.appendingPathComponent("Fixtures/claims/\(name)")))
}

/// The numbers n/7 in rows, from a first n on: those of the fixtures.
func sevenths(_ rows: Int, _ columns: Int, from start: Int) -> Matrix<Double> {
  Matrix(
    rows: rows, columns: columns,
    entries: (0..<rows * columns).map { Double($0 + start) / 7 })
}

func parameters(_ weights: [Matrix<Double>], _ biases: [[Double]]) -> Parameters<Double> {
  Parameters(weights: Layers(first: 2, weights), biases: Layers(first: 2, biases))
}
