// The points that a learning curve keeps.

import Nabla
import Testing

@Suite("learning curves")
struct CurveTests {
  @Test(
    "However many epochs, no more points than the limit, in order, with the last epoch",
    arguments: [1, 2, 127, 128, 129, 130, 255, 256, 257, 1000, 5000])
  func limit(epochs: Int) {
    var curve = LearningCurve()
    for epoch in 1...epochs {
      curve.add(Self.point(epoch))
      let points = curve.points
      #expect(points.count <= LearningCurve.limit, "epoch \(epoch)")
      #expect(points.last == Self.point(epoch), "epoch \(epoch)")
    }
    let kept = curve.points.map(\.epoch)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
    #expect(curve.points.allSatisfy { $0 == Self.point($0.epoch) })
    // No fewer than half as many as there is room for.
    #expect(kept.count >= min(epochs, LearningCurve.limit / 2))
  }

  @Test("Up to the limit every epoch is kept")
  func all() {
    var curve = LearningCurve()
    for epoch in 1...LearningCurve.limit { curve.add(Self.point(epoch)) }
    #expect(curve.points.map(\.epoch) == Array(1...LearningCurve.limit))
  }

  @Test("Beyond it the kept epochs are evenly spaced, the last one excepted")
  func spacing() {
    var curve = LearningCurve()
    for epoch in 1...1001 { curve.add(Self.point(epoch)) }
    let kept = curve.points.map(\.epoch)
    let gaps = Set(zip(kept.dropLast(), kept.dropFirst().dropLast()).map { $1 - $0 })
    #expect(gaps.count == 1 && kept.last == 1001, "\(gaps)")
    #expect(kept.dropLast().allSatisfy(curve.keeps) && !curve.keeps(1001))
  }

  private static func point(_ epoch: Int) -> LearningCurve.Point {
    LearningCurve.Point(
      epoch: epoch, iterations: 3 * epoch, cost: 1 / Double(epoch),
      heldOutCost: epoch % 2 == 0 ? 2 / Double(epoch) : nil)
  }
}
