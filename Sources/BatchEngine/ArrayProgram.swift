// A formula evaluated for whole arrays: node by node over blocks that stay in the nearest cache.

import Cores
import NetworkModel
import Notation
import Numbers

/// What a letter of a formula stands for: a number for each element, or one for all.
enum ArrayLetter<Number: KernelNumber> {
  case elements([Number])
  case same(Number)
}

/// A program that is run over arrays; what it computes, and which side a kink takes, is what
/// `Program.run` says of each element.
struct ArrayProgram<Number: KernelNumber> {
  private let program: Program
  private let short: Program?

  /// `nil` for a formula with sums, or with letters of other nodes: an element is not enough for it.
  ///
  /// - Parameter short: a formula for the elements that `NearRun` takes it for.
  init?(_ program: Program, short: Program? = nil) {
    self.short = short
    for node in program.nodes {
      switch node {
      case .summation, .maximum: return nil
      case .element(_, let index) where index != 0: return nil
      default: break
      }
    }
    self.program = program
  }

  /// The formula's values, and the positions of the elements that are at a kink.
  func values(
    _ letters: [ArrayLetter<Number>], rows: Int, columns: Int, sides: inout [UInt8],
    holdsSides: Bool
  ) -> (values: Matrix<Number>, kinks: [Int]) {
    var (result, kinks) = (Matrix<Number>.empty, [Int]())
    result.refill(rows: rows, columns: columns) {
      kinks = write(letters, count: rows * columns, to: $0, sides: &sides, holdsSides: holdsSides)
    }
    return (result, kinks)
  }

  /// Writes the formula's values; the positions of the elements that are at a kink.
  ///
  /// - Parameters:
  ///   - letters: what the letters stand for, by slot.
  ///   - sides: the sides of each element; they are read where `holdsSides`, else written.
  ///   - multiplying: whether what stands in `result` is multiplied by the values: an array less
  ///     than with ⊙.
  func write(
    _ letters: [ArrayLetter<Number>], count: Int, to result: UnsafeMutablePointer<Number>,
    sides: inout [UInt8], holdsSides: Bool, multiplying: Bool = false
  ) -> [Int] {
    withColumns(of: letters[...]) { letters in
      guard program.kinkCount > 0 else {
        return run(
          letters, count: count, into: result, nil, holdsSides: holdsSides,
          multiplying: multiplying)
      }
      return sides.withUnsafeMutableBufferPointer {
        run(
          letters, count: count, into: result, $0.baseAddress, holdsSides: holdsSides,
          multiplying: multiplying)
      }
    }
  }

  /// All blocks, in shares for the cores.
  private func run(
    _ letters: [Column<Number>], count: Int, into result: UnsafeMutablePointer<Number>,
    _ sides: UnsafeMutablePointer<UInt8>?, holdsSides: Bool, multiplying: Bool
  ) -> [Int] {
    nonisolated(unsafe) let (letters, result, sides) = (letters, result, sides)
    let size = BlockRun<Number>.size
    let blocks = (count + size - 1) / size
    // Less than this is done before another core is awake.
    let shares = blocks >= 32 ? min(blocks, 2 * coreCount) : 1
    let kinks = concurrentMap(count: shares, state: {}) { _, share in
      let run = BlockRun<Number>(program, letters, sides: sides, holdsSides: holdsSides)
      let nearRun = short.flatMap { NearRun(short: $0, sound: program, letters) }
      for block in blocks * share / shares..<blocks * (share + 1) / shares {
        let (first, count) = (block * size, min(size, count - block * size))
        if let nearRun {
          nearRun.evaluate(from: first, count: count, into: result, multiplying: multiplying)
        } else {
          run.evaluate(from: first, count: count, into: result, multiplying: multiplying)
        }
      }
      return run.kinks
    }
    return kinks.flatMap(\.self)
  }

  /// Where the letters' elements lie in memory.
  private func withColumns(
    of letters: ArraySlice<ArrayLetter<Number>>, _ columns: [Column<Number>] = [],
    _ body: ([Column<Number>]) -> [Int]
  ) -> [Int] {
    switch letters.first {
    case nil: return body(columns)
    case .same(let number):
      return withColumns(of: letters.dropFirst(), columns + [.same(number)], body)
    case .elements(let numbers):
      return numbers.withUnsafeBufferPointer {
        // A letter that has no elements is not used.
        let column = $0.baseAddress.map { Column<Number>.elements($0) } ?? .same(.zero)
        return withColumns(of: letters.dropFirst(), columns + [column], body)
      }
    }
  }
}

/// A letter's elements in memory, or one number for all.
enum Column<Number: KernelNumber> {
  case elements(UnsafePointer<Number>)
  case same(Number)
}

/// The evaluation of a program over one block after another.
final class BlockRun<Number: KernelNumber> {
  /// How many elements are evaluated at a time.
  static var size: Int { 256 }

  let nodes: [Program.Node]
  private let root: Int
  private let letters: [Column<Number>]
  private let sides: UnsafeMutablePointer<UInt8>?
  let holdsSides: Bool
  /// The values of each node in this block.
  private let values: UnsafeMutableBufferPointer<Number>
  private var locals: [UnsafePointer<Number>?] = [nil, nil]
  /// The block: its first element, and how many it has.
  private(set) var first = 0
  private(set) var count = 0
  /// The elements that are at a kink.
  private(set) var kinks: [Int] = []

  init(
    _ program: Program, _ letters: [Column<Number>], sides: UnsafeMutablePointer<UInt8>?,
    holdsSides: Bool
  ) {
    nodes = program.nodes
    root = program.root
    self.letters = letters
    self.sides = program.kinkCount > 0 ? sides : nil
    self.holdsSides = holdsSides
    values = .allocate(capacity: nodes.count * Self.size)
  }

  deinit { values.deallocate() }

  /// Writes the values of a block, or multiplies by them what stands there.
  func evaluate(
    from first: Int, count: Int, into result: UnsafeMutablePointer<Number>, multiplying: Bool
  ) {
    (self.first, self.count) = (first, count)
    let values = value(root)
    if multiplying {
      join(result + first, values, result + first) { $0 * $1 }
    } else {
      (result + first).update(from: values, count: count)
    }
  }

  private func value(_ node: Int) -> UnsafePointer<Number> {
    let y = values.baseAddress! + node * Self.size
    switch nodes[node] {
    case .number(let value): y.update(repeating: Number(value), count: count)
    case .letter(let slot), .element(let slot, _):
      switch letters[slot] {
      case .elements(let numbers): return numbers + first
      case .same(let number): y.update(repeating: number, count: count)
      }
    case .local(let local): return locals[local]!
    case .define(let local, let definition, let body):
      locals[local] = value(definition)
      return value(body)
    case .sum(let a, let b): join(value(a), value(b), y) { $0 + $1 }
    case .difference(let a, let b): join(value(a), value(b), y) { $0 - $1 }
    case .product(let a, let b): join(value(a), value(b), y) { $0 * $1 }
    case .quotient(let a, let b): join(value(a), value(b), y) { $0 / $1 }
    case .negative(let a):
      let x = value(a)
      for i in 0..<count { y[i] = -x[i] }
    case .power(let a, 2):
      let x = value(a)
      for i in 0..<count { y[i] = x[i] * x[i] }
    case .power(let a, let n):
      let x = value(a)
      for i in 0..<count { y[i] = Number.power(x[i], n) }
    case .function(let function, let a): Number.apply(function, count, value(a), y)
    case .max(let a, let b, let tieIsSecond, let kink):
      let (a, b) = (value(a), value(b))
      if kink < 0 { larger(a, b, tieIsSecond, y) } else { larger(a, b, tieIsSecond, kink, y) }
    case .bracket(let a, let relation, let b, let kink):
      hold(value(a), relation, value(b), kink, y)
    case .summation, .maximum: preconditionFailure("a sum has no array form")
    }
    return UnsafePointer(y)
  }

  @inline(__always)
  private func join(
    _ a: UnsafePointer<Number>, _ b: UnsafePointer<Number>, _ y: UnsafeMutablePointer<Number>,
    _ operation: (Number, Number) -> Number
  ) {
    for i in 0..<count { y[i] = operation(a[i], b[i]) }
  }

  /// The side of element i at a kink: the held one, or the natural one, which is then noted.
  @inline(__always)
  func side(_ i: Int, _ kink: Int, _ natural: Bool, isTie: Bool) -> Bool {
    guard kink >= 0, let sides else { return natural }
    if isTie && kinks.last != first + i { kinks.append(first + i) }
    let bit = UInt8(1) << UInt8(kink)
    if holdsSides { return sides[first + i] & bit != 0 }
    let others = sides[first + i] & ~bit
    sides[first + i] = natural ? others | bit : others
    return natural
  }
}
