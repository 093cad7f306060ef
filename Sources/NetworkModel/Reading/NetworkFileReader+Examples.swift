// The examples of a network file, or the files of data that they come from.

import Numbers

extension NetworkFileReader {
  /// X and Y from a list of examples, which become columns.
  func batch(_ value: JSONValue, shape: ExampleShape) throws(NetworkFileError) -> Batch {
    let needed = "a list of examples, at least one,"
    let elements = try elements(value, needed: needed)
    let count = value.count
    guard count > 0 else { throw mismatch(value, needed: needed) }
    try checkMemory(sizes: shape.sizes, examples: count, at: value)
    // Before X is asked for: as many numbers as it has must stand in the file.
    var columns = ExampleColumns(features: shape.features, outputs: shape.outputs)
    for element in elements { try append(element, shape: shape, to: &columns) }
    return columns.batch
  }

  private func append(
    _ value: JSONValue, shape: ExampleShape, to columns: inout ExampleColumns
  ) throws(NetworkFileError) {
    let fields = try fields(
      of: value, keys: ["x", "y", "class"], needed: "an object with \"x\" and \"y\"")
    try appendNumbers(
      fields.required("x"), count: columns.features,
      reason: shape.reason, to: &columns.inputs)
    switch (fields["y"], fields["class"]) {
    case (let y?, nil): try appendTarget(y, shape: shape, to: &columns)
    case (nil, let number?):
      columns.appendClass(try classNumber(number, outputs: columns.outputs))
    case (let y, _): throw error(value, .oneOf("y", "class", hasBoth: y != nil))
    }
  }

  /// K numbers, or one number where K = 1.
  private func appendTarget(
    _ value: JSONValue, shape: ExampleShape, to columns: inout ExampleColumns
  ) throws(NetworkFileError) {
    if columns.outputs == 1, let number = value.number {
      columns.targets.append(number)
    } else {
      try appendNumbers(
        value, count: columns.outputs,
        reason: "sizes \(NetworkFileError.text(shape.sizes)) need K =", to: &columns.targets)
    }
  }

  private func classNumber(
    _ value: JSONValue, outputs: Int
  ) throws(NetworkFileError) -> Int {
    try integer(
      value, in: 1...outputs,
      needed: outputs == 1
        ? "1, the only class of K = 1 output, or \"y\""
        : "a whole number from 1 to K = \(outputs) (classes count from 1)")
  }
}

/// Examples one after the other, as a file has them.
struct ExampleColumns {
  let features: Int
  let outputs: Int
  var inputs: [Double] = []
  var targets: [Double] = []

  init(features: Int, outputs: Int) {
    self.features = features
    self.outputs = outputs
  }

  /// y = 1 for one class, from 1, and 0 for the others.
  mutating func appendClass(_ number: Int) {
    for k in 1...outputs { targets.append(k == number ? 1 : 0) }
  }

  /// The examples as columns of X and Y.
  var batch: Batch {
    Batch(
      inputs: Self.columns(of: inputs, rows: features) { $0 },
      targets: Self.columns(of: targets, rows: outputs) { $0 })
  }

  /// Lists of numbers, one after the other, as the columns of a matrix.
  ///
  /// Some columns at a time, so that what is read and written stays in the processor's cache.
  static func columns<Number>(
    of numbers: [Number], rows: Int, _ value: (Number) -> Double
  ) -> Matrix<Double> {
    let columns = numbers.count / rows
    var entries = [Double](repeating: 0, count: numbers.count)
    for start in stride(from: 0, to: columns, by: 16) {
      for n in 0..<rows {
        for m in start..<min(start + 16, columns) {
          entries[n * columns + m] = value(numbers[m * rows + n])
        }
      }
    }
    return Matrix(rows: rows, columns: columns, entries: entries)
  }
}
