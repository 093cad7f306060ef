// Slopes like 1 − a²: short where a is not near ±1, and sound where it is.

import Notation
import Numbers

/// The evaluation of a formula in z and a that is short and loses digits where |a| is near 1, and of
/// the sound one there.
///
/// 1 − a² and a (1 − a) pass on what a itself has lost, 2|a|/(1 − a²) times as large as a share: no
/// more than 8 times up to |a| = ⅞. Which formula an element takes depends on its a alone.
final class NearRun<Number: KernelNumber> {
  private static var limit: Double { 0.875 }

  private let short: BlockRun<Number>
  private let sound: BlockRun<Number>
  private let (z, a): (UnsafePointer<Number>, UnsafePointer<Number>)
  /// The elements of a block that need the sound formula: where they are, their z, their a, and their
  /// values, one block behind the other.
  private var places: [Int] = []
  private let few: UnsafeMutablePointer<Number>

  /// `nil` where a letter does not stand for elements.
  init?(short: Program, sound: Program, _ letters: [Column<Number>]) {
    guard letters.count == 2, case .elements(let z) = letters[0], case .elements(let a) = letters[1]
    else { return nil }
    (self.z, self.a) = (z, a)
    few = .allocate(capacity: 3 * BlockRun<Number>.size)
    self.short = BlockRun(short, letters, sides: nil, holdsSides: true)
    self.sound = BlockRun(
      sound, [.elements(few), .elements(few + BlockRun<Number>.size)], sides: nil, holdsSides: true)
  }

  deinit { few.deallocate() }

  /// Writes the values of a block, or multiplies by them what stands there.
  func evaluate(
    from first: Int, count: Int, into result: UnsafeMutablePointer<Number>, multiplying: Bool
  ) {
    places.removeAll(keepingCapacity: true)
    for i in first..<first + count where !(a[i].real.magnitude <= Self.limit) { places.append(i) }
    let size = BlockRun<Number>.size
    for (n, i) in places.enumerated() {
      (few + n).initialize(to: z[i])
      (few + size + n).initialize(to: a[i])
      // What is multiplied must not be lost when the block is.
      (few + 2 * size + n).initialize(to: multiplying ? result[i] : .one)
    }
    short.evaluate(from: first, count: count, into: result, multiplying: multiplying)
    guard !places.isEmpty else { return }
    sound.evaluate(from: 0, count: places.count, into: few + 2 * size, multiplying: true)
    for (n, i) in places.enumerated() { result[i] = few[2 * size + n] }
  }
}
