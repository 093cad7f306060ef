// Sizes, weights and biases of a network file, or how they are drawn.

import Numbers

extension NetworkFileReader {
  /// s_1 … s_L, whose parameters fit in memory.
  func sizes(_ value: JSONValue) throws(NetworkFileError) -> [Int] {
    let needed = "a list of at least 2 whole numbers, such as [2, 3, 1],"
    let elements = try elements(value, needed: needed)
    guard value.count >= 2 else { throw mismatch(value, needed: needed) }
    var sizes: [Int] = []
    for element in elements {
      sizes.append(
        try integer(element, in: 1...Int.max, needed: "a whole number, 1 or more,"))
    }
    let count = NetworkSize.parameters(sizes)
    guard let count, count <= NetworkSize.limit else {
      throw error(
        value,
        .tooManyNumbers(
          count: count, limit: NetworkSize.limit, what: "the weights and biases of these sizes"))
    }
    return sizes
  }

  /// Refuses so many examples that the values of the nodes do not fit in memory.
  func checkMemory(
    sizes: [Int], examples: Int, at value: JSONValue
  ) throws(NetworkFileError) {
    let count = NetworkSize.nodeValues(sizes, examples: examples)
    guard let count, count <= NetworkSize.limit else {
      throw error(
        value,
        .tooManyNumbers(
          count: count, limit: NetworkSize.limit,
          what: "the values of all nodes for \(counted(examples, "example"))"))
    }
  }

  /// W^(2) … W^(L), each a list of rows.
  func weights(
    _ value: JSONValue, sizes: [Int]
  ) throws(NetworkFileError) -> Layers<Matrix<Double>> {
    let needed = "a list of \(counted(sizes.count - 1, "matrix"))"
    var result: [Matrix<Double>] = []
    for element in try layers(value, of: "matrix", needed: needed, sizes: sizes) {
      result.append(try matrix(element, layer: result.count + 2, sizes: sizes))
    }
    return Layers(first: 2, result)
  }

  /// b^(2) … b^(L).
  func biases(
    _ value: JSONValue, sizes: [Int]
  ) throws(NetworkFileError) -> Layers<[Double]> {
    let needed = "a list of \(counted(sizes.count - 1, "list")) of numbers"
    var result: [[Double]] = []
    for element in try layers(value, of: "list", needed: needed, sizes: sizes) {
      var numbers: [Double] = []
      let l = result.count + 2
      try appendNumbers(
        element, count: sizes[l - 1], reason: "sizes \(NetworkFileError.text(sizes)) need s_\(l) =",
        to: &numbers)
      result.append(numbers)
    }
    return Layers(first: 2, result)
  }

  /// A list with something for each layer ℓ = 2 … L.
  private func layers(
    _ value: JSONValue, of what: String, needed: String, sizes: [Int]
  ) throws(NetworkFileError) -> JSONElements {
    let elements = try elements(value, needed: needed)
    guard value.count == sizes.count - 1 else {
      throw error(
        value,
        .count(
          found: value.count, needed: sizes.count - 1, of: what,
          reason: "sizes \(NetworkFileError.text(sizes)) need"))
    }
    return elements
  }

  /// W^(ℓ): s_ℓ rows of s_(ℓ−1) numbers.
  private func matrix(
    _ value: JSONValue, layer l: Int, sizes: [Int]
  ) throws(NetworkFileError) -> Matrix<Double> {
    let (rows, columns) = (sizes[l - 1], sizes[l - 2])
    let needed = "a list of \(counted(rows, "row")) of \(counted(columns, "number"))"
    var widths: [Int] = []
    for row in try elements(value, needed: needed) {
      guard row.kind == .list else { throw mismatch(row, needed: "a row of numbers") }
      widths.append(row.count)
    }
    try checkShape(of: value, widths: widths, layer: l, sizes: sizes)
    var entries: [Double] = []
    entries.reserveCapacity(rows * columns)
    for row in value.elements! {
      try appendNumbers(row, count: columns, reason: "", to: &entries)
    }
    return Matrix(rows: rows, columns: columns, entries: entries)
  }

  /// A row of its own length is an error of that row, otherwise a wrong shape is one of the matrix.
  private func checkShape(
    of value: JSONValue, widths: [Int], layer l: Int, sizes: [Int]
  ) throws(NetworkFileError) {
    let (rows, columns) = (sizes[l - 1], sizes[l - 2])
    if Set(widths).count > 1 {
      for (row, width) in zip(value.elements!, widths) where width != columns {
        throw error(
          row,
          .count(
            found: width, needed: columns, of: "number",
            reason: "sizes \(NetworkFileError.text(sizes)) need rows of"))
      }
    }
    guard widths.count == rows, widths[0] == columns else {
      throw error(
        value,
        .shape(
          layer: l, rows: widths.count, columns: widths.first ?? 0, neededRows: rows,
          neededColumns: columns, sizes: sizes))
    }
  }
}
