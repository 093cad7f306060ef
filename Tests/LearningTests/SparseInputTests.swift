// Training sets that are mostly zeros, beside the same ones with their zeros multiplied.

import Nabla
import NetworkModel
import Testing

@Suite("examples that are mostly zeros")
struct SparseInputTests {
  /// Examples of 40 inputs, of which about one in ten is not 0; some have none.
  private func batch(_ M: Int, seed: UInt64) -> Batch {
    var random = SeededGenerator(seed: seed)
    var batch = Batch(
      inputs: Matrix(rows: 40, columns: M), targets: Matrix(rows: 3, columns: M))
    for m in 1...M {
      for n in 1...40 where m % 7 != 0 && random.integer(below: 10) == 0 {
        batch.inputs[n, m] = random.gaussian()
      }
      batch.targets[1 + random.integer(below: 3), m] = 1
    }
    return batch
  }

  @Test(
    "Leaving out w · 0 gives J and ∇J of the scalar engine: all, some and masked examples",
    arguments: [[40, 3], [40, 5, 3], [40, 8, 3], [40, 17, 3], [40, 60, 4, 3], [40, 131, 3]], [1, 2])
  func agreement(_ sizes: [Int], seed: UInt64) {
    let batch = batch(150, seed: seed)
    let network = Network(
      sizes: sizes, activations: sizes.dropFirst(2).map { _ in .tanh }, hypothesis: .softmax,
      cost: .logLoss, penalty: Penalty(l2: 0.1),
      parameters: Initialisation(distribution: .gaussian, deviation: 0.3, seed: seed)
        .parameters(sizes: sizes, examples: 150))
    let blocked = BlockedDescent(network, batch, blockSize: 31)
    let plain = PlainDescent(network, batch) { ScalarPropagation<Double>($0, $1) }
    let masks = Dropout(probability: 0.3, seed: seed).masks(
      sizes: sizes, examples: 4, iteration: 1)
    for part in [
      MiniBatch(), MiniBatch(positions: [3, 140, 3, 6]),
      MiniBatch(positions: [6, 13, 20, 99], masks: masks),
    ] {
      let zero = network.parameters.map { _ in 0.0 }
      var (g, expected) = (zero, zero)
      let J = blocked.evaluate(network.parameters, on: part, to: &g)
      let expectedJ = plain.evaluate(network.parameters, on: part, to: &expected)
      #expect((J - expectedJ).magnitude <= 1e-13)
      let largest = expected.numbers.map(\.magnitude).max() ?? 0
      for (number, other) in zip(g.numbers, expected.numbers) {
        #expect((number - other).magnitude <= 1e-14 * max(largest, 1))
      }
    }
    #expect(
      blocked.performance(network.parameters).correct
        == plain.performance(network.parameters).correct)
  }

  @Test("A weight that is no number makes J none, where an example meets it")
  func notFinite() {
    let batch = batch(20, seed: 3)
    var network = LearningFixture.classes(hidden: []).network
    network = Network(
      sizes: [40, 3], activations: [], hypothesis: .softmax, cost: .logLoss,
      parameters: Initialisation(distribution: .gaussian, deviation: 0.3, seed: 1)
        .parameters(sizes: [40, 3], examples: 20))
    let used = (1...40).first { n in (1...20).contains { batch.inputs[n, $0] != 0 } }!
    network.parameters.weights[2][1, used] = .nan
    let J = BlockedDescent(network, batch).performance(network.parameters).cost
    #expect(J.isNaN)
  }
}
