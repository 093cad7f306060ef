// Claims as values.

import Nabla
import Testing

@Test("A claim without δ has none in any layer")
func claimWithoutErrors() {
  let gradient = Parameters<Double>(
    weights: Layers(first: 2, [Matrix(rows: 1, columns: 1, entries: [2])]),
    biases: Layers(first: 2, [[0]]))
  #expect(!Claim(gradient: gradient).hasErrors)
  #expect(Claim(gradient: gradient).errors.range == 2..<3)
}
