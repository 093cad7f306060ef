// When training stops, and in which order it meets examples.

import Nabla
import Testing

@Suite("stops and orders")
struct GoalTests {
  private func plan(_ M: Int, _ batch: BatchSize, _ order: ExampleOrder = .shuffled) -> EpochPlan {
    EpochPlan(
      .with {
        $0.batch = batch; $0.order = order
      }, examples: M)
  }

  @Test("Shuffled: every example once an epoch, each epoch in another order  [V] Algorithm 1")
  func shuffled() throws {
    let plan = plan(50, .examples(8))
    let orders = try (1...4).map { try #require(plan.order(ofEpoch: $0)) }
    #expect(orders.allSatisfy { $0.sorted() == Array(0..<50) })
    #expect(Set(orders).count == 4)
    #expect(plan.order(ofEpoch: 2) == orders[1])
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
