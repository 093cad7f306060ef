// Arithmetic of arrays over named indices.

import Numbers

extension IndexedArray {
  /// An operation on the numbers of two arrays, for every combination of their indices.
  func combined(
    with other: IndexedArray, _ operation: (Bounded, Bounded) -> Bounded
  ) -> IndexedArray {
    if other.indices.isEmpty { return map { operation($0, other.values[0]) } }
    if indices.isEmpty { return other.map { operation(values[0], $0) } }
    if indices == other.indices {
      return IndexedArray(
        indices: indices, extents: extents,
        values: values.indices.map { operation(values[$0], other.values[$0]) })
    }
    let walk = IndexWalk(over: [self, other])
    var result = Array(repeating: Bounded.zero, count: walk.count)
    walk.forEach(self, other) { result[$0] = operation(values[$1], other.values[$2]) }
    return IndexedArray(indices: walk.indices, extents: walk.extents, values: result)
  }

  /// Σ over an index of the product of two arrays, without the array of all products.
  func contracted(with other: IndexedArray, over index: String) -> IndexedArray {
    let walk = IndexWalk(over: [self, other], without: index)
    let (aStep, bStep) = (stride(of: index), other.stride(of: index))
    let count = extent(of: index) ?? other.extent(of: index) ?? 1
    var result = Array(repeating: Bounded.zero, count: walk.count)
    values.withUnsafeBufferPointer { a in
      other.values.withUnsafeBufferPointer { b in
        walk.forEach(self, other) { place, aStart, bStart in
          var sum = Bounded.zero
          for n in 0..<count { sum = sum + a[aStart + n * aStep] * b[bStart + n * bStep] }
          result[place] = sum
        }
      }
    }
    return IndexedArray(indices: walk.indices, extents: walk.extents, values: result)
  }

  /// What becomes of the numbers along an index, for every combination of the others.
  func reduced(
    over index: String, from start: Bounded, _ operation: (Bounded, Bounded) -> Bounded
  ) -> IndexedArray {
    let walk = IndexWalk(over: [self], without: index)
    let (step, count) = (stride(of: index), extent(of: index) ?? 0)
    var result = Array(repeating: start, count: walk.count)
    walk.forEach(self, IndexedArray(.zero)) { place, at, _ in
      for n in 0..<count { result[place] = operation(result[place], values[at + n * step]) }
    }
    return IndexedArray(indices: walk.indices, extents: walk.extents, values: result)
  }

  /// The same numbers with the indices in another order, and with those that it does not depend on.
  func arranged(_ order: [(index: String, extent: Int)]) -> IndexedArray {
    if order.map(\.index) == indices { return self }
    let shape = IndexedArray(
      indices: order.map(\.index), extents: order.map(\.extent),
      values: Array(repeating: .zero, count: order.reduce(1) { $0 * $1.extent }))
    let walk = IndexWalk(over: [shape, self])
    precondition(walk.count == shape.values.count, "\(indices) arranged as \(order)")
    var result = shape
    walk.forEach(self, shape) { place, at, _ in result.values[place] = values[at] }
    return result
  }
}
