// Sums over paths beside the gradients that backward propagation gives.

import Nabla
import RandomNetworks
import Testing

@testable import WorkedExamples

@Suite("Paths")
struct PathTests {
  @Test(
    "The products of all paths sum to ∂J/∂w and ∂J/∂b, the penalty's term aside",
    arguments: RandomNetwork.handy(8))
  func sums(_ random: RandomNetwork) throws {
    let example = try WorkedExample(random.network, random.batch, .full)
    for coordinate in random.network.parameters.coordinates.prefix(5) {
      let list = example.paths(from: coordinate, limit: .max)
      let count = (coordinate.layer..<random.network.lastLayer).reduce(random.batch.count) {
        $0 * random.network.size($1 + 1)
      }
      #expect(list.count == count)
      #expect(list.paths.count == count)
      let sum = list.paths.reduce(DoubleDouble.zero) { $0 + $1.value }
      let size = list.paths.reduce(1e-300) { $0 + $1.value.real.magnitude }
      // Where every slope is 0 the penalty was subtracted from itself.
      #expect((sum - list.sum).real.magnitude <= 1e-12 * size + 1e-24, "\(random) \(coordinate)")
      #expect(Set(list.paths.map { [$0.example] + $0.nodes }).count == count)
    }
  }

  @Test("Of very many paths the first are listed, and all are counted")
  func many() throws {
    let random = RandomNetwork(seed: 3)
    let example = try WorkedExample(random.network, random.batch, .full)
    let list = example.paths(from: .bias(layer: 2, i: 1), limit: 2)
    #expect(list.paths.count == min(2, try #require(list.count)))
  }

  @Test("More paths than can be counted are said to be so, and some are listed")
  func uncountable() throws {
    let sizes = Array(repeating: 4, count: 40)
    let start = Initialisation(distribution: .uniform, deviation: 0.5, seed: 1)
    let network = Network(
      sizes: sizes, activations: Array(repeating: .tanh, count: 38), hypothesis: .identity,
      cost: .quadratic, parameters: start.parameters(sizes: sizes, examples: 1))
    let ones = Matrix(rows: 4, columns: 1, entries: [1.0, 1, 1, 1])
    let example = try WorkedExample(network, Batch(inputs: ones, targets: ones))
    let list = example.paths(from: .weight(layer: 2, i: 1, j: 1), limit: 3)
    #expect(list.count == nil)
    #expect(list.paths.map(\.nodes.count) == [39, 39, 39])
  }
}
