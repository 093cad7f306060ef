// Every backward line points at a line of a derivation, and says what stands there.

import Nabla
import RandomNetworks
import Testing

@testable import WorkedExamples

@Suite("References")
struct ReferenceTests {
  @Test(
    "Every line of both passes points at a line that exists",
    arguments: (0..<8).map { RandomNetwork(seed: UInt64(300 + $0)) })
  func exist(_ random: RandomNetwork) throws {
    let equations = try NetworkEquations(random.network, random.batch)
    for equation in equations.forward + equations.backward + equations.gradient
    where equation.quantity != .penalty {
      let reference = try #require(equation.reference, "\(equation.left)")
      let words = reference.derivation.split(separator: " ").map(String.init)
      let derivation = try Topic.named(words).derivation()
      #expect(
        derivation.lines.contains { $0.id == reference.line },
        "\(reference.derivation) has no line \(reference.line)")
    }
  }

  @Test("Targets that do not sum to 1 are worked with the line that does not need it")
  func targets() throws {
    let network = Network.small(.logLoss, .softmax)
    func error(_ targets: [Double]) throws -> WorkedEquation {
      let batch = Batch(
        inputs: Matrix(rows: 2, columns: 1, entries: [1, 2]),
        targets: Matrix(rows: 2, columns: 1, entries: targets))
      return try #require(
        NetworkEquations(network, batch).backward.first { $0.quantity == .outputError })
    }
    #expect(try error([0, 1]).right.nodeCount < error([0.5, 0.3]).right.nodeCount)
    #expect(try error([0, 1]).reference != error([0.5, 0.3]).reference)
  }
}
