// A fresh conformance claims nothing.

import NablaTesting
import Nabla
import Testing

private struct CostOnly: BackpropUnderTest {
  func cost(_ network: Network, _ batch: Batch) -> Double {
    ScalarPropagation<Double>(network, batch).forward().cost
  }
}

@Test("Without gradients of its own, a network claims none")
func claimsNothing() {
  let network = Network(
    sizes: [1, 1], activations: [], hypothesis: .identity, cost: .quadratic,
    parameters: Parameters(
      weights: Layers(first: 2, [Matrix(rows: 1, columns: 1, entries: [2])]),
      biases: Layers(first: 2, [[0]])))
  let batch = Batch(
    inputs: Matrix(rows: 1, columns: 1, entries: [3]),
    targets: Matrix(rows: 1, columns: 1, entries: [4]))
  #expect(CostOnly().cost(network, batch) == 2)
  #expect(CostOnly().gradients(network, batch) == nil)
  #expect(CostOnly().intermediates(network, batch).isEmpty)
}
