// Numbers over named indices: what an index formula is for all values of its indices at once.

import Numbers

/// A number for every combination of values of some indices, row-major in the order of `indices`.
///
/// w_ij^(2) is an array over i and j; Σ_j w_ij a_j(m) one over i and m. Two arrays meet index by index,
/// whatever order theirs is in, as letters do in a formula.
struct IndexedArray: Sendable {
  /// The names of the indices, each once.
  let indices: [String]
  /// How many values each index has.
  let extents: [Int]
  var values: [Bounded]

  init(indices: [String], extents: [Int], values: [Bounded]) {
    precondition(
      values.count == extents.reduce(1, *), "\(values.count) values for the extents \(extents)")
    self.indices = indices
    self.extents = extents
    self.values = values
  }

  /// A number without indices.
  init(_ value: Bounded) { self.init(indices: [], extents: [], values: [value]) }

  /// How far apart neighbours along an index are; 0 along an index that the array does not have.
  func stride(of index: String) -> Int {
    guard let axis = indices.firstIndex(of: index) else { return 0 }
    return extents[(axis + 1)...].reduce(1, *)
  }

  func extent(of index: String) -> Int? { indices.firstIndex(of: index).map { extents[$0] } }

  func map(_ transform: (Bounded) -> Bounded) -> IndexedArray {
    IndexedArray(indices: indices, extents: extents, values: values.map(transform))
  }
}

/// The indices of a result, and where each operand's number for them stands.
struct IndexWalk {
  let indices: [String]
  let extents: [Int]

  /// The indices of several arrays, in the order of their first appearance, without some.
  init(over arrays: [IndexedArray], without excluded: String? = nil) {
    var (indices, extents): ([String], [Int]) = ([], [])
    for array in arrays {
      for (index, extent) in zip(array.indices, array.extents)
      where index != excluded && !indices.contains(index) {
        indices.append(index)
        extents.append(extent)
      }
    }
    (self.indices, self.extents) = (indices, extents)
  }

  var count: Int { extents.reduce(1, *) }

  /// Calls back with the place of the result and of both operands, for every combination.
  @inline(__always)
  func forEach(
    _ a: IndexedArray, _ b: IndexedArray, _ body: (_ result: Int, _ a: Int, _ b: Int) -> Void
  ) {
    let aStrides = indices.map(a.stride), bStrides = indices.map(b.stride)
    guard let width = extents.last, let aStep = aStrides.last, let bStep = bStrides.last else {
      return body(0, 0, 0)
    }
    var counters = Array(repeating: 0, count: extents.count - 1)
    var (aStart, bStart, result) = (0, 0, 0)
    while true {
      for n in 0..<width { body(result + n, aStart + n * aStep, bStart + n * bStep) }
      result += width
      var axis = counters.count - 1
      while axis >= 0 {
        counters[axis] += 1
        aStart += aStrides[axis]
        bStart += bStrides[axis]
        if counters[axis] < extents[axis] { break }
        aStart -= aStrides[axis] * extents[axis]
        bStart -= bStrides[axis] * extents[axis]
        counters[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
