// The evaluation of expressions over any number: an expression, flattened once, run many times.

public import Numbers

/// An expression made ready for evaluation over any `Scalar`.
///
/// The tree is flattened into an array of plain nodes and its letters are bound to the slots of a
/// `Frame`, because walking an indirect enumeration costs a reference count per node.
public struct Program: Sendable {
  @usableFromInline package let nodes: [Node]
  @usableFromInline package let root: Int
  /// The number of its max and bracket nodes; each has one bit in `Frame.sides`.
  public let kinkCount: Int

  @usableFromInline
  @frozen
  package enum Node: Sendable {
    case number(Double)
    case letter(slot: Int)
    case element(slot: Int, index: Int)
    case sum(Int, Int)
    case difference(Int, Int)
    case negative(Int)
    case product(Int, Int)
    case quotient(Int, Int)
    case power(Int, Int)
    case function(ElementaryFunction, Int)
    case max(Int, Int, tieIsSecond: Bool, kink: Int)
    case bracket(Int, Expression.Relation, Int, kink: Int)
    case summation(index: Int, excluding: Int, Int)
    case maximum(index: Int, excluding: Int, Int)
    case local(Int)
    case define(local: Int, Int, in: Int)
  }

  /// Flattens an expression.
  ///
  /// - Parameters:
  ///   - letters: the letters by slot, a letter with a node index standing for all its elements.
  ///   - indices: the indices by slot; those that the expression sums over come behind them.
  ///   - sided: whether its max and bracket nodes are kinks, whose sides can be held. Numerically
  ///     sound forms of smooth functions are not: their branches meet smoothly.
  /// - Precondition: every letter and index is bound, and no kink stands under a sum.
  public init(
    _ expression: Expression, letters: [String], indices: [Index] = [], sided: Bool = true
  ) {
    var flattening = Flattening(letters: letters, indices: indices, sided: sided)
    root = flattening.append(expression)
    nodes = flattening.nodes
    kinkCount = flattening.kinkCount
  }
}

/// The values that a program's letters have, and the sides that its kinks take.
@frozen
public struct Frame<S: Scalar> {
  /// The elements of every letter, one letter after the other, each with room for `width`: a list of
  /// lists would cost two reference counts for each element that is read.
  @usableFromInline var elements: [S]
  @usableFromInline let width: Int
  /// The values of the indices, from 0: up to two of the program's own, then those of its sums.
  public var indices = SIMD4<Int>.zero
  /// The end of the indices' range: K.
  public var count: Int
  /// One bit a kink: whether a max took its second argument, whether a bracket's relation holds.
  public var sides: UInt8 = 0
  /// Whether `sides` is read instead of written.
  public var holdsSides = false
  /// Set where a held side is not the one that the numbers themselves would have taken.
  public var crossed = false
  /// Set where the two sides of a kink are equal: there is no derivative here.
  public var isAtKink = false
  @usableFromInline var locals: (S, S) = (.zero, .zero)

  /// - Parameter letters: the elements of each letter by slot, one where it has no index.
  @inlinable
  public init(letters: [[S]], indices: [Int] = [], count: Int = 1) {
    width = letters.reduce(1) { max($0, $1.count) }
    elements = Array(repeating: .zero, count: letters.count * width)
    self.count = count
    for (position, index) in indices.enumerated() { self.indices[position] = index }
    for (slot, letter) in letters.enumerated() { setLetter(slot, to: letter) }
  }

  /// The element of a letter, from 0.
  @inlinable
  public subscript(slot: Int, element: Int) -> S {
    get { elements[slot * width + element] }
    set { elements[slot * width + element] = newValue }
  }

  /// All elements of a letter, and room behind them where another letter has more.
  @inlinable
  public func letter(_ slot: Int) -> [S] { Array(elements[slot * width..<(slot + 1) * width]) }

  @inlinable
  public mutating func setLetter(_ slot: Int, to letter: [S]) {
    for (element, value) in letter.enumerated() { self[slot, element] = value }
  }
}

extension Program {
  /// The expression's value for the letters of `frame`.
  ///
  /// - Complexity: O(nodes), times K for each sum a node stands under.
  @inlinable
  public func run<S: Scalar>(_ frame: inout Frame<S>) -> S { value(root, &frame) }

  /// An operand; where it is an element, as about half of all nodes are, without a call of its own.
  @inlinable @inline(__always)
  func operand<S: Scalar>(_ node: Int, _ frame: inout Frame<S>) -> S {
    guard case .element(let slot, let index) = nodes[node] else { return value(node, &frame) }
    return frame[slot, frame.indices[index]]
  }

  @inlinable
  func value<S: Scalar>(_ node: Int, _ frame: inout Frame<S>) -> S {
    switch nodes[node] {
    case .number(let value): return S(value)
    case .letter(let slot): return frame[slot, 0]
    case .element(let slot, let index): return frame[slot, frame.indices[index]]
    case .local(let local): return local == 0 ? frame.locals.0 : frame.locals.1
    case .sum(let a, let b): return operand(a, &frame) + operand(b, &frame)
    case .difference(let a, let b): return operand(a, &frame) - operand(b, &frame)
    case .negative(let a): return -operand(a, &frame)
    case .product(let a, let b): return operand(a, &frame) * operand(b, &frame)
    case .quotient(let a, let b): return operand(a, &frame) / operand(b, &frame)
    case .power(let a, let n): return S.power(operand(a, &frame), n)
    case .function(let function, let a): return function.value(operand(a, &frame))
    case .max(let a, let b, let tieIsSecond, let kink):
      let (first, second) = (value(a, &frame), value(b, &frame))
      if first.real.isNaN { return first }
      if second.real.isNaN { return second }
      let takesSecond = second.real > first.real || tieIsSecond && second.real == first.real
      return frame.side(kink, takesSecond, isTie: second.real == first.real) ? second : first
    case .bracket(let a, let relation, let b, let kink):
      let (left, right) = (value(a, &frame).real, value(b, &frame).real)
      if left.isNaN || right.isNaN { return S(.nan) }
      let holds =
        switch relation {
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .less: left < right
        }
      return frame.side(kink, holds, isTie: left == right) ? .one : .zero
    case .summation(let index, let excluded, let body):
      var sum = S.zero
      for position in 0..<frame.count where excluded < 0 || position != frame.indices[excluded] {
        frame.indices[index] = position
        sum = sum + value(body, &frame)
      }
      return sum
    case .maximum(let index, let excluded, let body):
      var largest = S(-.infinity)
      for position in 0..<frame.count where excluded < 0 || position != frame.indices[excluded] {
        frame.indices[index] = position
        let next = value(body, &frame)
        if next.real > largest.real || next.real.isNaN { largest = next }
      }
      return largest
    case .define(let local, let definition, let body):
      let defined = value(definition, &frame)
      if local == 0 { frame.locals.0 = defined } else { frame.locals.1 = defined }
      return value(body, &frame)
    }
  }
}

extension Frame {
  /// The side of a kink: the held one, or `natural`, which is then noted.
  @inlinable
  mutating func side(_ kink: Int, _ natural: Bool, isTie: Bool) -> Bool {
    if kink < 0 { return natural }
    let bit = UInt8(1) << UInt8(kink)
    if isTie { isAtKink = true }
    if holdsSides {
      let held = sides & bit != 0
      if held != natural { crossed = true }
      return held
    }
    if natural { sides |= bit } else { sides &= ~bit }
    return natural
  }
}
