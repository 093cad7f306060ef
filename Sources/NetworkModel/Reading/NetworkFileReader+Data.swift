// The "data" of a network file: where its examples come from, if not from itself.

extension NetworkFileReader {
  /// Images and labels in IDX files, or a table in a CSV file.
  func data(_ value: JSONValue, shape: ExampleShape) throws(NetworkFileError) -> Examples {
    let fields = try fields(
      of: value, keys: ["idx-images", "idx-labels", "csv", "targets", "one-hot", "first"],
      needed: "an object with \"csv\", or with \"idx-images\" and \"idx-labels\"")
    try checkKind(fields)
    let first = try fields["first"].map { value throws(NetworkFileError) in
      try integer(value, in: 1...Int.max, needed: "a whole number, 1 or more,")
    }
    if let first { try checkMemory(sizes: shape.sizes, examples: first, at: fields["first"]!) }
    return try fields["csv"] == nil
      ? digits(fields, first: first, shape: shape) : table(fields, first: first, shape: shape)
  }

  /// The keys of one kind of data, and not of both.
  private func checkKind(_ fields: Fields) throws(NetworkFileError) {
    let images = ["idx-images", "idx-labels"].first { fields[$0] != nil }
    let table = ["csv", "targets", "one-hot"].first { fields[$0] != nil }
    switch (images, table) {
    case (nil, nil): throw error(fields.object, .oneOf("idx-images", "csv", hasBoth: false))
    case (let image?, let table?):
      throw error(fields[table]!, .oneOf(image, table, hasBoth: true), in: fields)
    default: break
    }
  }

  private func digits(
    _ fields: Fields, first: Int?, shape: ExampleShape
  ) throws(NetworkFileError) -> Examples {
    let images = try fields.required("idx-images")
    let labels = try fields.required("idx-labels")
    let outputs = shape.outputs
    try checkClasses(outputs, at: labels)
    let imageFile = try open(images, mayBeCompressed: true)
    let labelFile = try open(labels, mayBeCompressed: true)
    let header = try about(images) { () throws(DataProblem) in
      try ImageHeader(imageFile, shape: shape, first: first)
    }
    try checkMemory(sizes: shape.sizes, examples: header.wanted, at: images)
    let pixels = try about(images) { () throws(DataProblem) in try header.pixels(imageFile) }
    let classes = try about(labels) { () throws(DataProblem) in
      try header.labels(labelFile, outputs: outputs)
    }
    let shades = (0...255).map { Double($0) / 255 }
    let inputs = ExampleColumns.columns(of: pixels, rows: shape.features) { shades[Int($0)] }
    var targets = Matrix<Double>(rows: outputs, columns: classes.count)
    for (m, label) in classes.enumerated() { targets[Int(label) + 1, m + 1] = 1 }
    return Examples(
      batch: Batch(inputs: inputs, targets: targets), classNames: (0..<outputs).map { "\($0)" })
  }

  private func table(
    _ fields: Fields, first: Int?, shape: ExampleShape
  ) throws(NetworkFileError) -> Examples {
    let file = try fields.required("csv")
    let targets = try fields.required("targets")
    let names = try columnNames(targets)
    let outputs = shape.outputs
    let isOneHot = try oneHot(fields["one-hot"], targets: names, outputs: outputs)
    if !isOneHot, names.count != outputs {
      throw error(
        targets,
        .count(
          found: names.count, needed: outputs, of: "column",
          reason: "sizes \(NetworkFileError.text(shape.sizes)) need K ="))
    }
    let source = try open(file)
    let table = TableData(
      targets: names, isOneHot: isOneHot, first: first, shape: shape)
    let examples = try about(file) { () throws(DataProblem) in try table.read(source) }
    try checkMemory(sizes: shape.sizes, examples: examples.batch.count, at: file)
    return examples
  }

  private func columnNames(_ value: JSONValue) throws(NetworkFileError) -> [String] {
    let needed = "a list of names of columns, at least one,"
    let elements = try elements(value, needed: needed)
    guard value.count > 0 else { throw mismatch(value, needed: needed) }
    var names: [String] = []
    var seen: Set<String> = []
    for element in elements {
      let name = try string(element, needed: "the name of a column")
      guard seen.insert(name).inserted else {
        throw mismatch(element, needed: "a column that is not in the list already")
      }
      names.append(name)
    }
    return names
  }

  private func oneHot(
    _ value: JSONValue?, targets: [String], outputs: Int
  ) throws(NetworkFileError) -> Bool {
    guard let value else { return false }
    guard let isOneHot = value.boolean else { throw mismatch(value, needed: "true or false") }
    guard isOneHot else { return false }
    guard targets.count == 1 else {
      throw error(
        value,
        .value(
          found: "given with \(targets.count) targets",
          needed: "one target, whose words are the classes,"))
    }
    try checkClasses(outputs, at: value)
    return true
  }

  private func checkClasses(
    _ outputs: Int, at value: JSONValue
  ) throws(NetworkFileError) {
    guard outputs > 1 else {
      throw error(
        value,
        .value(found: "given with K = 1 output", needed: "a network with an output for each class"))
    }
  }

  private func open(
    _ value: JSONValue, mayBeCompressed: Bool = false
  ) throws(NetworkFileError) -> ByteSource {
    let path = try string(value, needed: "the path of a file")
    return try about(value) { () throws(DataProblem) in
      do throws(FileFailure) {
        let source = try ByteSource(path: path.hasPrefix("/") ? path : "\(directory)/\(path)")
        if mayBeCompressed { try source.decompressIfNeeded() }
        return source
      } catch { throw .file(error) }
    }
  }

  /// Puts what is wrong with a file of data beside its name.
  private func about<Result>(
    _ value: JSONValue, _ read: () throws(DataProblem) -> Result
  ) throws(NetworkFileError) -> Result {
    do throws(DataProblem) { return try read() } catch {
      throw self.error(value, .data(file: value.string ?? "", problem: error))
    }
  }
}
