// Epochs, batches, iterations and updates, as [N] counts them.

import Nabla
import Testing

@Suite("epochs, batches and iterations")
struct CountTests {
  private func plan(_ M: Int, _ batch: BatchSize, _ order: ExampleOrder = .shuffled) -> EpochPlan {
    EpochPlan(
      .with {
        $0.batch = batch; $0.order = order
      }, examples: M)
  }

  @Test("1000 examples in batches of 200 are 5 iterations  [N] Epochs and batches")
  func example() {
    let plan = plan(1000, .examples(200))
    #expect(plan.iterationsPerEpoch == 5)
    #expect(plan.place(ofIteration: 5) == (1, 4))
    #expect(plan.place(ofIteration: 6) == (2, 0))
  }

  @Test("|D^(b)| of the last batch is what is left  [N]")
  func uneven() {
    let plan = plan(10, .examples(4))
    #expect((0..<3).map { plan.range(ofBatch: $0).count } == [4, 4, 2])
  }

  @Test("B = N and |D^(b)| = 1: N iterations an epoch; B = 1: one  [N]; [W] §10.1, §10.2")
  func extremes() {
    #expect(plan(13, .examples(1)).iterationsPerEpoch == 13)
    #expect(plan(13, .all).iterationsPerEpoch == 1)
    #expect(plan(13, .examples(50)).iterationsPerEpoch == 1)
  }

  @Test("for m = 1 … M: the given order is kept  [W] §10.2")
  func given() { #expect(plan(6, .examples(1), .given).order(ofEpoch: 3) == [0, 1, 2, 3, 4, 5]) }

  @Test("Shuffled: every example once an epoch, each epoch in another order  [V] Algorithm 1")
  func shuffled() throws {
    let plan = plan(50, .examples(8))
    let orders = try (1...4).map { try #require(plan.order(ofEpoch: $0)) }
    #expect(orders.allSatisfy { $0.sorted() == Array(0..<50) })
    #expect(Set(orders).count == 4)
    #expect(plan.order(ofEpoch: 2) == orders[1])
  }

  @Test(
    "Iterations and updates of every variant after 3 epochs", arguments: TrainingSettings.variants)
  func counts(_ settings: TrainingSettings) {
    var settings = settings
    settings.epochs = 3
    let report = LearningFixture.classes().run(settings)
    let perEpoch =
      switch settings.batch {
      case .all: 1
      case .examples(let size): (60 + size - 1) / size
      }
    #expect(report.iterationsPerEpoch == perEpoch)
    #expect(report.state.epochs == 3)
    #expect(report.state.iterations == 3 * perEpoch)
    let updates = settings.method == .averagedMiniBatches ? 3 : 3 * perEpoch
    #expect(report.state.updates == updates)
    #expect(report.stop == .epochs)
  }

  @Test("A run of n iterations stops in the middle of an epoch")
  func iterations() {
    let report = LearningFixture.classes().run(
      .with {
        $0.batch = .examples(7); $0.iterations = 13
      })
    #expect(report.state.iterations == 13 && report.state.epochs == 1)
    #expect(report.stop == .iterations)
  }

  @Test("Training stops where J, or ‖∇J‖, is small enough, and not before")
  func goals() throws {
    let fixture = LearningFixture.classes()
    let byCost = fixture.run(
      .with {
        $0.costGoal = 0.5; $0.rate = 0.5; $0.iterations = 10_000
      })
    #expect(byCost.training.cost <= 0.5)
    let before = fixture.run(
      .with {
        $0.rate = 0.5; $0.iterations = byCost.state.iterations - 1
      })
    #expect(before.training.cost > 0.5)
    let byGradient = fixture.run(
      .with {
        $0.gradientGoal = 0.05; $0.rate = 0.5; $0.iterations = 10_000; $0.batch = .examples(10)
      })
    guard case .gradientGoal(let size) = byGradient.stop else {
      Issue.record("stopped by \(byGradient.stop)")
      return
    }
    #expect(size <= 0.05 && byGradient.state.iterations % 6 == 0)
  }
}
