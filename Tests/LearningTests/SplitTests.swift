// Which examples are held out.

import Nabla
import Testing

@Suite("held-out examples")
struct SplitTests {
  @Test("The last n of a seeded permutation are held out")
  func heldOut() {
    let split = HeldOutSplit(examples: 100, heldOut: 20, seed: 7)
    var generator = SeededGenerator(seed: 7)
    let permutation = generator.permutation(of: 100)
    #expect(split.heldOut == permutation.suffix(20).sorted())
    #expect((split.training + split.heldOut).sorted() == Array(0..<100))
    #expect(HeldOutSplit(examples: 5, heldOut: 0, seed: 7).training == [0, 1, 2, 3, 4])
  }

  @Test(
    "k folds hold every example out once, in parts that differ by one at most",
    arguments: [2, 3, 7, 20])
  func folds(k: Int) {
    let folds = HeldOutSplit.folds(k, examples: 20, seed: 3)
    #expect(folds.count == k)
    #expect(folds.flatMap(\.heldOut).sorted() == Array(0..<20))
    #expect(folds.allSatisfy { ($0.training + $0.heldOut).sorted() == Array(0..<20) })
    let sizes = folds.map(\.heldOut.count)
    #expect(sizes.max()! - sizes.min()! <= 1)
  }
}
