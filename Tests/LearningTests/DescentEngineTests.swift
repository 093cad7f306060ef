// J and ∇J of parts of a training set: blocks beside plain loops.

import Nabla
import RandomNetworks
import Testing

@Suite("engines of descent")
struct DescentEngineTests {
  @Test(
    "Blocks give what the scalar engine gives: all, some, repeated and masked examples",
    arguments: 1...60)
  func agreement(seed: Int) {
    let drawn = RandomNetwork(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed))
    let M = 1 + random.integer(below: 300)
    let positions = (0..<M).map { _ in random.integer(below: drawn.batch.count) }
    let batch = drawn.batch.examples(positions)
    let blocked = BlockedDescent(
      drawn.network, batch, blockSize: 1 + random.integer(below: 40))
    let plain = PlainDescent(drawn.network, batch) { ScalarPropagation<Double>($0, $1) }
    let chosen = (0..<1 + random.integer(below: M)).map { _ in random.integer(below: M) }
    for part in [nil, chosen] {
      for isMasked in [false, true] {
        let count = part?.count ?? M
        let masks = Dropout(probability: 0.3, seed: 5)
          .masks(sizes: drawn.network.sizes, examples: count, iteration: seed)
        let miniBatch = MiniBatch(positions: part, masks: isMasked ? masks : nil)
        let zero = drawn.network.parameters.map { _ in 0.0 }
        var (g, expected) = (zero, zero)
        let J = blocked.evaluate(drawn.network.parameters, on: miniBatch, to: &g)
        let expectedJ = plain.evaluate(drawn.network.parameters, on: miniBatch, to: &expected)
        compare([J], [expectedJ], "J, \(drawn)")
        for l in g.weights.range {
          compare(g.weights[l].entries, expected.weights[l].entries, "∇W^(\(l)), \(drawn)")
          compare(g.biases[l], expected.biases[l], "∇b^(\(l)), \(drawn)")
        }
      }
    }
    let (performance, expected) = (
      blocked.performance(drawn.network.parameters), plain.performance(drawn.network.parameters)
    )
    compare(
      [performance.cost, performance.dataCost], [expected.cost, expected.dataCost], "\(drawn)")
    #expect(performance.correct == expected.correct, "\(drawn)")
  }

  /// Sums of up to 300 terms of order 1 in another order: far below 10^−12 of the largest.
  private func compare(_ numbers: [Double], _ expected: [Double], _ what: String) {
    let largest = max(1, expected.map(\.magnitude).max() ?? 0)
    for (number, other) in zip(numbers, expected) where number != other {
      #expect((number - other).magnitude <= 1e-12 * largest, "\(what): \(number), \(other)")
    }
  }

  @Test("The same bits for any number of threads", arguments: [1, 2, 3, 5])
  func threads(_ threads: Int) {
    let fixture = LearningFixture.classes(5000, hidden: [9, 4], penalty: Penalty(l2: 0.1, l1: 0.1))
    let settings = TrainingSettings.with {
      $0.batch = .examples(2500); $0.iterations = 7
    }
    func parameters(_ threads: Int) -> [UInt64] {
      var trainer = Trainer(
        settings, engine: BlockedDescent(fixture.network, fixture.batch, threads: threads),
        parameters: fixture.network.parameters)
      for _ in 0..<7 {
        _ = trainer.propagate()
        trainer.update()
      }
      return trainer.parameters.numbers.map(\.bitPattern)
    }
    #expect(parameters(threads) == parameters(4))
  }

  @Test(
    "λ/M w + λ/M sign(w): the loops are the penalty's formula, M the training set's  [W] §9.2, §9.3"
  )
  func penalty() {
    let penalty = Penalty(l2: 0.3, l1: 0.7)
    var fixture = LearningFixture.classes(40)
    let zero = fixture.network.parameters.map { _ in 0.0 }
    let part = MiniBatch(positions: [3, 7, 8])
    var plain = zero
    let J = fixture.engine.evaluate(fixture.network.parameters, on: part, to: &plain)
    fixture.network.penalty = penalty
    var penalised = zero
    let penalisedJ = fixture.engine.evaluate(fixture.network.parameters, on: part, to: &penalised)
    let program = PenaltyProgram(penalty)
    var frame = program.frame(over: Double.self, examples: 40)
    var sum = 0.0
    for l in plain.weights.range {
      for (n, w) in fixture.network.parameters.weights[l].entries.enumerated() {
        sum += program.term(w, &frame)
        let expected = plain.weights[l].entries[n] + program.slope(w, &frame)
        #expect((penalised.weights[l].entries[n] - expected).magnitude <= 4 * expected.ulp)
      }
      #expect(penalised.biases[l] == plain.biases[l])
    }
    #expect((penalisedJ - (J + sum)).magnitude <= 64 * penalisedJ.ulp)
  }

  @Test(
    "A step of a mini-batch shrinks weights by 1 − αλ/M, however small the batch",
    arguments: [1, 5, 40])
  func shrinking(size: Int) {
    var fixture = LearningFixture.classes(40, penalty: Penalty(l2: 8))
    // Where every target is met, only the penalty is left to follow.
    fixture.network.parameters.biases[3] = [0, 0, 0]
    fixture.network.parameters.weights[3] = fixture.network.parameters.weights[3].map { _ in 0 }
    fixture.batch.targets = fixture.batch.targets.map { _ in 1.0 / 3 }
    let before = fixture.network.parameters.weights[2].entries
    var trainer = fixture.trainer(
      .with {
        $0.batch = .examples(size); $0.rate = 0.5
      })
    _ = trainer.propagate()
    trainer.update()
    for (w, old) in zip(trainer.parameters.weights[2].entries, before) {
      #expect((w - (1 - 0.5 * 8 / 40) * old).magnitude <= 1e-15)
    }
  }
}
