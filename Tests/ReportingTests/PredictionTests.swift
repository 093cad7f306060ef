// The classes that outputs stand for.

import Nabla
import Testing

@Suite struct Predictions {
  @Test("Of equal outputs the first counts; softmax has no slope")
  func softmax() throws {
    let report = HandMade.gradient(network(.softmax, .logLoss, outputs: 3), batch(3))
    #expect(report.predictions.map(\.label) == [1])
    #expect(report.predictions[0].probability == report.forward.activation[2][1, 1])
    #expect(report.json().contains(#""slope": null"#))
  }

  @Test("A single logistic output of ½ means class 1, below it class 0 with probability 1 − h")
  func logistic() {
    let half = HandMade.gradient(network(.logistic, .crossEntropy, outputs: 1), batch(1))
    #expect(half.predictions.map(\.label) == [1])
    #expect(half.predictions[0].probability == 0.5)
    let low = HandMade.gradient(network(.logistic, .crossEntropy, outputs: 1, bias: -1), batch(1))
    #expect(low.predictions.map(\.label) == [0])
    #expect(low.predictions[0].probability > 0.7)
  }

  @Test("Outputs that are no probabilities predict no class")
  func others() {
    #expect(HandMade.gradient(network(.tanh, .quadratic, outputs: 2), batch(2)).predictions.isEmpty)
  }

  private func network(
    _ hypothesis: Hypothesis, _ cost: Cost, outputs: Int, bias: Double = 0
  ) -> Network {
    Network(
      sizes: [1, outputs], activations: [], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(first: 2, [Matrix(rows: outputs, columns: 1)]),
        biases: Layers(first: 2, [Array(repeating: bias, count: outputs)])))
  }

  private func batch(_ outputs: Int) -> Batch {
    Batch(
      inputs: Matrix(rows: 1, columns: 1, entries: [1]),
      targets: Matrix(rows: outputs, columns: 1, entries: (0..<outputs).map { $0 == 0 ? 1 : 0 }))
  }
}
