// The examples of a network file, or the files of data that they come from.

import Numbers

extension NetworkFileReader {
  /// X and Y from a list of examples, which become columns.
  func batch(_ value: JSONValue, sizes: [Int]) throws(NetworkFileError) -> Batch {
    let needed = "a list of examples, at least one,"
    let elements = try elements(value, needed: needed)
    let count = value.count
    guard count > 0 else { throw mismatch(value, needed: needed) }
    try checkMemory(sizes: sizes, examples: count, at: value)
    let (features, outputs) = (sizes[0], sizes[sizes.count - 1])
    // Before X is asked for: as many numbers as it has must stand in the file.
    var columns = ExampleColumns(features: features, outputs: outputs)
    for element in elements { try append(element, sizes: sizes, to: &columns) }
    return columns.batch
  }

  private func append(
    _ value: JSONValue, sizes: [Int], to columns: inout ExampleColumns
  ) throws(NetworkFileError) {
    let fields = try fields(
      of: value, keys: ["x", "y", "class"], needed: "an object with \"x\" and \"y\"")
    try appendNumbers(
      fields.required("x"), count: columns.features,
      reason: "sizes \(NetworkFileError.text(sizes)) need N =", to: &columns.inputs)
    switch (fields["y"], fields["class"]) {
    case (let y?, nil): try appendTarget(y, sizes: sizes, to: &columns)
    case (nil, let number?):
      columns.appendClass(try classNumber(number, outputs: columns.outputs))
    case (let y, _): throw error(value, .oneOf("y", "class", hasBoth: y != nil))
    }
  }

  /// K numbers, or one number where K = 1.
  private func appendTarget(
    _ value: JSONValue, sizes: [Int], to columns: inout ExampleColumns
  ) throws(NetworkFileError) {
    if columns.outputs == 1, let number = value.number {
      columns.targets.append(number)
    } else {
      try appendNumbers(
        value, count: columns.outputs,
        reason: "sizes \(NetworkFileError.text(sizes)) need K =", to: &columns.targets)
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
      inputs: transposed(inputs, rows: features), targets: transposed(targets, rows: outputs))
  }

  private func transposed(_ numbers: [Double], rows: Int) -> Matrix<Double> {
    let columns = numbers.count / rows
    var result = Matrix<Double>(rows: rows, columns: columns)
    for m in 0..<columns {
      for n in 0..<rows { result.entries[n * columns + m] = numbers[m * rows + n] }
    }
    return result
  }
}
