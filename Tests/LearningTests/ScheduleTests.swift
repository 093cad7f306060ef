// The learning rate from epoch to epoch: [V] §5.1.

import Nabla
import Testing

@Suite("learning rates")
struct ScheduleTests {
  @Test("η(e) = η₀ (1 − e / (1 + E))  [V] (23)", arguments: [1, 2, 7])
  func linearDecay(epoch: Int) {
    let expected = 0.5 * (1 - Double(epoch) / 8)
    #expect(RateSchedule.linearDecay.rate(0.5, epoch: epoch, of: 7) == expected)
  }

  @Test("η(e) = η₀  [V] §5.1", arguments: [1, 7])
  func constant(epoch: Int) {
    #expect(RateSchedule.constant.rate(0.5, epoch: epoch, of: 7) == 0.5)
  }
}
