// The probes: names, generic numbers, files and arrays.

import Nabla
import Testing

@testable import NablaTesting

@Suite("Probes")
struct ProbeTests {
  @Test("Each has a name of its own, which test reports show")
  func names() {
    #expect(
      Probe.all.map(\.testDescription) == [
        "3-3-3, 5 examples", "4-3-2, 5 examples", "3-3-3-3, 5 examples", "4-5-3-2, 5 examples",
        "3-3-3, penalty, 5 examples", "4-3-2, softmax, log-loss, 5 examples",
        "3-3-3, softmax, log-loss, 5 examples", "3-3-3-3, tanh, cross-entropy, 5 examples",
        "4-5-3-2, rectifier, identity, squared-difference, penalty, 5 examples",
      ])
    #expect(Probe.standard.name == Probe.standardSet[0].name)
  }

  @Test("No bias is 0, no square matrix symmetric, no kink is touched", arguments: Probe.all)
  func generic(_ probe: Probe) {
    let network = probe.network
    #expect(network.parameters.biases.elements.joined().allSatisfy { $0 != 0 })
    for W in network.parameters.weights.elements where W.rows == W.columns {
      #expect((1...W.rows).allSatisfy { i in (1..<i).allSatisfy { W[i, $0] != W[$0, i] } })
    }
    let pass = ScalarPropagation<Double>(network, probe.batch).forward()
    #expect(pass.kinks.isEmpty)
    // Every hidden node is alive in some example.
    for l in 2..<network.lastLayer {
      let slope = BatchPropagation<Double>(network, probe.batch).slope(l, pass)
      for i in 1...network.size(l) {
        #expect((1...probe.batch.count).contains { slope?[i, $0] != 0 })
      }
    }
  }

  @Test("The same on every platform: a few numbers of the standard probe")
  func seeded() {
    let parameters = Probe.standard.network.parameters
    #expect(parameters.weights[2].entries.prefix(3) == [1.113, 0.821, -1.196])
    #expect(parameters.weights[3][3, 3] == 0.227)
    #expect(
      parameters.weights[2].entries.map { ($0 * 1000).rounded() / 1000 }
        == parameters.weights[2].entries)
    #expect(Probe(sizes: [3, 3, 3], seed: 3).network.parameters == parameters)
    #expect(Probe(sizes: [3, 3, 3], seed: 4).network.parameters != parameters)
  }

  @Test("Written as a network file and read again, a probe is the same", arguments: Probe.all)
  func file(_ probe: Probe) throws {
    let file = try NetworkFile.read(
      text: Array(probe.fileText.utf8), name: "probe", directory: ".")
    #expect(file.network.parameters == probe.network.parameters)
    #expect(file.batch.inputs == probe.batch.inputs && file.batch.targets == probe.batch.targets)
    #expect(file.network.penalty == probe.network.penalty)
  }

  @Test("Plain arrays and back are the same numbers", arguments: Probe.all)
  func arrays(_ probe: Probe) throws {
    let network = probe.network
    let again = try Parameters(weights: network.weightArrays, biases: network.biasArrays)
    #expect(again == network.parameters)
    #expect(probe.batch.inputArrays.count == probe.batch.count)
    #expect(probe.batch.inputArrays[1][0] == probe.batch.inputs[1, 2])
    #expect(throws: ArrayShapeError.ragged(row: 2, count: 1, expected: 2)) {
      try Matrix<Double>([[1, 2], [3]])
    }
    #expect(throws: ArrayShapeError.layers(weights: 0, biases: 1)) {
      try Parameters<Double>(weights: [], biases: [[1]])
    }
  }
}
