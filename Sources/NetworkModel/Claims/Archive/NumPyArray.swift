// Arrays in NumPy's format: the numbers behind the header.

enum NumPyArray {
  static let mark: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The array in a file, or in a member of an archive.
  static func read(
    _ bytes: ArraySlice<UInt8>, name: String
  ) throws(ArrayProblem) -> ClaimArray {
    let header = try NumPyHeader(bytes)
    guard header.shape.count <= 3 else { throw .rank(header.shape.count) }
    let type = try NumPyType(header.type)
    let found = bytes.count - header.length
    let needed = size(of: header.shape, type.size)
    guard found == needed else { throw .size(shape: header.shape, found: found, needed: needed) }
    let numbers = try type.numbers(bytes[(bytes.startIndex + header.length)...])
    return ClaimArray(
      name: name, shape: header.shape,
      numbers: header.isColumnMajor ? rowMajor(numbers, header.shape) : numbers,
      type: type.numberType)
  }

  /// How many bytes the numbers have; `nil` beyond the range of `Int`.
  private static func size(of shape: [Int], _ size: Int) -> Int? {
    // 0 times anything is 0, whatever comes first.
    if shape.contains(0) { return 0 }
    var result = size
    for dimension in shape {
      let (product, overflow) = result.multipliedReportingOverflow(by: dimension)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// From the first index the fastest to the last index the fastest.
  private static func rowMajor(_ numbers: [Double], _ shape: [Int]) -> [Double] {
    guard shape.count > 1, !numbers.isEmpty else { return numbers }
    let rows = shape[0]
    let (planes, depth) = (shape[1], shape.count > 2 ? shape[2] : 1)
    var result: [Double] = []
    result.reserveCapacity(numbers.count)
    for row in 0..<rows {
      for column in 0..<planes {
        for k in 0..<depth { result.append(numbers[row + rows * (column + planes * k)]) }
      }
    }
    return result
  }
}
