// Examples from a table: a line of names, then a line for each example.

/// What a network takes from a table: some columns are targets, the others features, in their order.
struct TableData {
  let targets: [String]
  let isOneHot: Bool
  let first: Int?
  let shape: ExampleShape

  /// Reads all of the table, also the rows behind `first`: they count for the classes.
  func read(_ source: ByteSource) throws(DataProblem) -> Examples {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try source.readAll(limit: CSVReader.lengthLimit)
    } catch { throw .file(error) }
    var reader = CSVReader(bytes)
    let header = try readHeader(&reader)
    let targetColumns = try columns(in: header)
    let isTarget = Set(targetColumns)
    let featureColumns = header.indices.filter { !isTarget.contains($0) }
    guard featureColumns.count == shape.features else {
      throw .featureCount(
        found: featureColumns.count, needed: shape.features, powers: shape.powers, targets: targets)
    }
    var rows = TableRows(
      names: header, features: featureColumns, targets: targetColumns, isOneHot: isOneHot,
      kept: ExampleColumns(features: shape.features, outputs: shape.outputs))
    var fields: [CSVReader.Field] = []
    while try reader.readRecord(into: &fields) {
      try rows.append(fields, from: reader, isKept: rows.count < first ?? .max)
    }
    return try examples(of: rows)
  }

  private func readHeader(_ reader: inout CSVReader) throws(DataProblem) -> [String] {
    var fields: [CSVReader.Field] = []
    guard try reader.readRecord(into: &fields) else { throw .noHeader }
    guard fields.count <= CSVReader.columnLimit else {
      throw .tooManyColumns(limit: CSVReader.columnLimit)
    }
    var names: [String] = []
    var seen: Set<String> = []
    for field in fields {
      guard let name = reader.text(field) else { throw .encoding(line: 1) }
      guard seen.insert(name).inserted else { throw .duplicateColumn(name) }
      names.append(name)
    }
    return names
  }

  /// Where the targets are in the line of names.
  private func columns(in header: [String]) throws(DataProblem) -> [Int] {
    let places = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
    var result: [Int] = []
    for target in targets {
      guard let column = places[target] else {
        let separator: String? = [";", "\t"].first { header.count == 1 && header[0].contains($0) }
        throw .unknownColumn(
          target, nearest: nearestName(to: target, among: header),
          separator: separator == "\t" ? "\\t" : separator)
      }
      result.append(column)
    }
    return result
  }

  private func examples(of rows: TableRows) throws(DataProblem) -> Examples {
    guard rows.count > 0 else { throw .noRows }
    if let first, first > rows.count { throw .first(first, available: rows.count) }
    guard isOneHot else { return Examples(batch: rows.kept.batch) }
    let found = rows.classNames.count
    var columns = rows.kept
    for number in rows.classes { columns.appendClass(number) }
    let warning =
      "column \(Quoted.text(targets[0])) has \(found) of the K = \(shape.outputs) classes: "
      + "the targets of the others are 0 everywhere"
    return Examples(
      batch: columns.batch, classNames: rows.classNames,
      warnings: found < shape.outputs ? [warning] : [])
  }
}

/// The rows of a table as they are read.
private struct TableRows {
  let names: [String]
  let features: [Int]
  let targets: [Int]
  let isOneHot: Bool
  var kept: ExampleColumns
  var count = 0
  /// The classes of the kept rows, from 1, and the words for them in the order of appearance.
  var classes: [Int] = []
  var classNames: [String] = []
  private var classNumbers: [String: Int] = [:]

  init(
    names: [String], features: [Int], targets: [Int], isOneHot: Bool, kept: ExampleColumns
  ) {
    self.names = names
    self.features = features
    self.targets = targets
    self.isOneHot = isOneHot
    self.kept = kept
  }

  mutating func append(
    _ fields: [CSVReader.Field], from reader: CSVReader, isKept: Bool
  ) throws(DataProblem) {
    guard fields.count == names.count else {
      throw .fieldCount(found: fields.count, needed: names.count, line: reader.recordLine)
    }
    count += 1
    for n in features {
      let x = try number(fields[n], column: n, reader)
      if isKept { kept.inputs.append(x) }
    }
    for k in targets {
      if isOneHot {
        let number = try classNumber(fields[k], column: k, reader)
        if isKept { classes.append(number) }
      } else {
        let y = try number(fields[k], column: k, reader)
        if isKept { kept.targets.append(y) }
      }
    }
  }

  private func number(
    _ field: CSVReader.Field, column: Int, _ reader: CSVReader
  ) throws(DataProblem) -> Double {
    if let number = reader.number(field) { return number }
    let text = reader.text(field) ?? Quoted.bytes(reader.bytes[field.range], limit: 8)
    throw .number(text, column: names[column], line: reader.recordLine)
  }

  private mutating func classNumber(
    _ field: CSVReader.Field, column: Int, _ reader: CSVReader
  ) throws(DataProblem) -> Int {
    guard let name = reader.text(field) else { throw .encoding(line: reader.recordLine) }
    guard !name.isEmpty else { throw .emptyClass(column: names[column], line: reader.recordLine) }
    if let number = classNumbers[name] { return number }
    guard classNames.count < kept.outputs else {
      throw .tooManyClasses(
        name, column: names[column], line: reader.recordLine, outputs: kept.outputs)
    }
    classNames.append(name)
    classNumbers[name] = classNames.count
    return classNames.count
  }
}
