// Gradients as JSON: the keys of a gradients file, one after the other.

/// Reads a gradients file in JSON.
struct ClaimText {
  /// The file, as messages call it.
  let file: String
  let shapes: ClaimShapes

  static let keys = ["weights", "biases", "errors", "cost", "precision"]

  private var reader: NetworkFileReader { NetworkFileReader(file: file, directory: ".") }

  func read(_ bytes: [UInt8]) throws(ClaimProblem) -> ClaimParts {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONReader.read(bytes)
    } catch {
      throw syntaxProblem(error)
    }
    do throws(NetworkFileError) {
      return try parts(document.root)
    } catch {
      throw ClaimProblem(.text(error))
    }
  }

  private func parts(_ root: JSONValue) throws(NetworkFileError) -> ClaimParts {
    let fields = try reader.fields(of: root, keys: Self.keys)
    let weights = try arrays(try fields.required("weights"), "weights", of: "matrix")
    let biases = try fields["biases"].map { value throws(NetworkFileError) in
      try arrays(value, "biases", of: "list")
    }
    let errors = try fields["errors"].map { value throws(NetworkFileError) in
      try self.errors(value)
    }
    let cost = try fields["cost"].map { value throws(NetworkFileError) in
      ClaimArray(name: "cost", shape: [], numbers: [try reader.number(value)], value: value)
    }
    let declared = try fields["precision"].map { value throws(NetworkFileError) in
      try declaredType(value)
    }
    var written = WrittenNumbers()
    for key in ["weights", "biases", "errors"] { fields[key].map { written.add($0) } }
    let precision = written.precision(declared: declared)
    var writtenCost = WrittenNumbers()
    if let cost = fields["cost"] { writtenCost.add(cost) }
    let costPrecision = writtenCost.precision(declared: declared)
    return ClaimParts(
      weights: Layers(first: 2, weights), biases: biases.map { Layers(first: 2, $0) },
      errors: Layers(first: 2, errors ?? weights.map { _ in nil }), cost: cost,
      precision: precision,
      // What single precision leaves of the gradients, it leaves of J, however that is written.
      costPrecision: precision == .single && costPrecision == .double ? .single : costPrecision)
  }

  /// "float32" or "float64".
  private func declaredType(
    _ value: JSONValue
  ) throws(NetworkFileError) -> WrittenNumbers.DeclaredType {
    switch value.string {
    case "float32", "single": return .single
    case "float64", "double": return .double
    default: throw reader.mismatch(value, needed: "\"float32\" or \"float64\"")
    }
  }
}

// MARK: - Arrays

extension ClaimText {
  /// Something for each layer ℓ = 2 … L.
  private func layers(
    _ value: JSONValue, of what: String
  ) throws(NetworkFileError) -> JSONElements {
    let count = shapes.lastLayer - 1
    let elements = try reader.elements(value, needed: "a list of \(counted(count, what))")
    guard value.count == count else {
      throw reader.error(
        value,
        .count(
          found: value.count, needed: count, of: what,
          reason: "sizes \(NetworkFileError.text(shapes.sizes)) need"))
    }
    return elements
  }

  private func arrays(
    _ value: JSONValue, _ name: String, of what: String
  ) throws(NetworkFileError) -> [ClaimArray] {
    var result: [ClaimArray] = []
    for element in try layers(value, of: what) {
      result.append(try array(element, name: "\(name)[\(result.count)]"))
    }
    return result
  }

  /// Δ^(2) … Δ^(L), `null` for a layer whose δ is not claimed.
  private func errors(_ value: JSONValue) throws(NetworkFileError) -> [ClaimArray?] {
    var result: [ClaimArray?] = []
    for element in try layers(value, of: "matrix") {
      let isClaimed = element.kind != .null
      result.append(isClaimed ? try array(element, name: "errors[\(result.count)]") : nil)
    }
    return result
  }

  /// A number, a list of numbers, or a list of rows of one length.
  private func array(
    _ value: JSONValue, name: String
  ) throws(NetworkFileError) -> ClaimArray {
    if let number = value.number {
      return ClaimArray(name: name, shape: [], numbers: [number], value: value)
    }
    var numbers: [Double] = []
    var rows = try reader.elements(value, needed: "a list of numbers or of rows")
    guard let first = rows.next(), first.kind == .list else {
      if let other = value.appendNumbers(to: &numbers) {
        throw reader.mismatch(other, needed: "a number")
      }
      return ClaimArray(name: name, shape: [value.count], numbers: numbers, value: value)
    }
    for row in value.elements! {
      try reader.appendNumbers(
        row, count: first.count, reason: "the rows above have", to: &numbers)
    }
    return ClaimArray(
      name: name, shape: [value.count, first.count], numbers: numbers, value: value)
  }
}

// MARK: - NaN

extension ClaimText {
  /// An error of the text; NaN and infinities, which Python writes, are named as what they are of.
  private func syntaxProblem(_ error: JSONError) -> ClaimProblem {
    guard case .notFinite(let found) = error.kind else {
      return ClaimProblem(
        .text(NetworkFileError(file: file, place: error.place, kind: .syntax(error))))
    }
    return ClaimProblem(
      .notFiniteText(
        found: Quoted.abridged(found, limit: 24), place: error.place,
        coordinate: coordinate(of: error.place.path)))
  }

  /// What `weights[0][1][2]` is of, in the network file's shapes; `nil` outside of them.
  private func coordinate(of path: String) -> Coordinate? {
    let parts = path.split(separator: "[")
    let indices = parts.dropFirst().compactMap { Int($0.dropLast()) }
    guard indices.count == parts.count - 1, let layer = indices.first.map({ $0 + 2 }),
      shapes.layers.contains(layer)
    else { return nil }
    func has(_ n: Int, below count: Int) -> Bool { indices.count > n && indices[n] < count }
    let size = shapes.size(layer)
    switch (parts[0], indices.count) {
    case ("weights", 3) where has(1, below: size) && has(2, below: shapes.size(layer - 1)):
      return .weight(layer: layer, i: indices[1] + 1, j: indices[2] + 1)
    case ("biases", 2) where has(1, below: size):
      return .bias(layer: layer, i: indices[1] + 1)
    case ("errors", 3) where has(1, below: size) && has(2, below: shapes.examples):
      return .weightedInput(layer: layer, i: indices[1] + 1, example: indices[2] + 1)
    default: return nil
    }
  }
}
