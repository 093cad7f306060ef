// Arrays that several threads fill, in any order.

/// Places for the elements of an array that is being made.
package struct Slots<Element>: @unchecked Sendable {
  // Threads write to different places, and nobody reads before all are done.
  private let start: UnsafeMutablePointer<Element>?
  private let count: Int

  fileprivate init(_ buffer: UnsafeMutableBufferPointer<Element>, count: Int) {
    start = buffer.baseAddress
    self.count = count
  }

  /// Puts an element into its place; each place is filled once.
  @inlinable
  package func fill(_ position: Int, with element: Element) {
    place(position).initialize(to: element)
  }

  @usableFromInline
  func place(_ position: Int) -> UnsafeMutablePointer<Element> {
    guard let start, position >= 0, position < count else {
      preconditionFailure("place \(position) of \(count)")
    }
    return start + position
  }
}

/// Two arrays whose elements `body` puts in place, every one of them once.
package func arrays<Element, Result>(
  ofCounts counts: (Int, Int), _ body: (Slots<Element>, Slots<Element>) -> Result
) -> ([Element], [Element], Result) {
  var second: [Element] = []
  var result: Result?
  let first = [Element](unsafeUninitializedCapacity: counts.0) { firstSlots, filled in
    second = [Element](unsafeUninitializedCapacity: counts.1) { secondSlots, filled in
      result = body(
        Slots(firstSlots, count: counts.0), Slots(secondSlots, count: counts.1))
      filled = counts.1
    }
    filled = counts.0
  }
  guard let result else { preconditionFailure("the arrays were not filled") }
  return (first, second, result)
}
