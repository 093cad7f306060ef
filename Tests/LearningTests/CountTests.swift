// Epochs, iterations and updates are counted as [N] counts them.

import Nabla
import Testing

@Suite("Counts of iterations and updates")
struct CountTests {
  /// How M examples are trained with, and what two epochs come to.
  struct Count: Sendable, CustomTestStringConvertible {
    let M: Int
    let batch: BatchSize
    var method = DescentMethod.gradientDescent
    let iterations: Int
    let updates: Int

    var testDescription: String { "M = \(M), \(batch), \(method.rawValue)" }
  }

  @Test(
    "1000 examples in batches of 200 are 5 iterations  [N] Epochs and batches",
    arguments: [
      Count(M: 1000, batch: .examples(200), iterations: 10, updates: 10),
      // Uneven: 300 + 300 + 300 + 100.
      Count(M: 1000, batch: .examples(300), iterations: 8, updates: 8),
      // Batch gradient descent, B = 1; stochastic gradient descent, B = N.
      Count(M: 1000, batch: .all, iterations: 2, updates: 2),
      Count(M: 1000, batch: .examples(1000), iterations: 2, updates: 2),
      Count(M: 1000, batch: .examples(4000), iterations: 2, updates: 2),
      Count(M: 40, batch: .examples(1), iterations: 80, updates: 80),
      // [V] Algorithm 1: as many iterations, one update an epoch.
      Count(
        M: 1000, batch: .examples(200), method: .averagedMiniBatches, iterations: 10, updates: 2),
      Count(M: 7, batch: .examples(3), method: .averagedMiniBatches, iterations: 6, updates: 2),
      Count(M: 1, batch: .all, iterations: 2, updates: 2),
    ], ExampleOrder.allCases)
  func twoEpochs(count: Count, order: ExampleOrder) {
    var settings = TrainingSettings()
    (settings.batch, settings.method, settings.order) = (count.batch, count.method, order)
    settings.rate = 1e-3
    settings.epochs = 2
    var trainer = line(settings, count.M)
    #expect(trainer.plan.iterationsPerEpoch == count.iterations / 2)
    for _ in 1...2 {
      let batches = epoch(of: &trainer)
      // Each example is met once an epoch; each batch but the last has the same size.
      #expect(batches.count == count.iterations / 2)
      #expect(batches.flatMap(\.self).sorted() == Array(0..<count.M))
      #expect(batches.dropLast().allSatisfy { $0.count == count.batch.count(of: count.M) })
      if order == .given { #expect(batches.flatMap(\.self) == Array(0..<count.M)) }
    }
    #expect(
      trainer.state
        == TrainingState(epochs: 2, iterations: count.iterations, updates: count.updates))
  }

  @Test("iterations end where they are to, in the middle of an epoch  [W] §10, [N]")
  func iterations() {
    var settings = TrainingSettings()
    settings.batch = .examples(3)
    settings.iterations = 5
    var run = TrainingRun(line(settings, 7)) { 0 }
    let report = run.run()
    #expect(report.state == TrainingState(epochs: 1, iterations: 5, updates: 5))
    #expect(report.stop == .iterations)
  }

  @Test("of two limits the nearer counts", arguments: [(4, 1), (2, 9)])
  func limits(iterations: Int, epochs: Int) {
    var settings = TrainingSettings()
    settings.batch = .examples(3)
    (settings.iterations, settings.epochs) = (iterations, epochs)
    var run = TrainingRun(line(settings, 7)) { 0 }
    let report = run.run()
    #expect(report.state.iterations == min(iterations, 3 * epochs))
    #expect(report.stop == (iterations < 3 * epochs ? .iterations : .epochs))
  }
}

/// A trainer of a line through M points.
private func line(_ settings: TrainingSettings, _ M: Int) -> Trainer<BlockedDescent> {
  let network = Network(
    name: "line", sizes: [1, 1], activations: [], hypothesis: Hypothesis(.identity),
    cost: .quadratic, penalty: .none,
    parameters: Parameters(
      weights: Layers(first: 2, [Matrix(rows: 1, columns: 1, entries: [0])]),
      biases: Layers(first: 2, [[0]])))
  let points = Matrix<Double>(rows: 1, columns: M, entries: (0..<M).map { Double($0) / Double(M) })
  let engine = BlockedDescent(network, Batch(inputs: points, targets: points))
  return Trainer(settings, engine: engine, parameters: network.parameters)
}

/// Trains for an epoch; the examples of each of its batches.
private func epoch(of trainer: inout Trainer<BlockedDescent>) -> [[Int]] {
  var batches: [[Int]] = []
  repeat {
    batches.append(trainer.nextBatch().positions ?? Array(0..<trainer.plan.exampleCount))
    _ = trainer.propagate()
  } while !trainer.update()
  return batches
}
