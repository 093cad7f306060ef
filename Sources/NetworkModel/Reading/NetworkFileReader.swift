// From JSON to a network and its examples: the keys of a network file, one after the other.

import Numbers

/// Reads the values of a network file, each checked where it is met.
struct NetworkFileReader {
  /// The file, as messages call it.
  let file: String
  /// What the paths of data are relative to.
  let directory: String

  static let keys = [
    "name", "sizes", "activation", "hypothesis", "cost", "penalty", "weights", "biases",
    "initialise", "examples", "data", "training",
  ]

  func read(_ root: JSONValue) throws(NetworkFileError) -> NetworkFile {
    let fields = try fields(of: root, keys: Self.keys)
    let initialised = try chooses("initialise", over: "weights", "biases", in: fields)
    let hasData = try chooses("data", over: "examples", in: fields)
    let name = try fields["name"].map { value throws(NetworkFileError) in try string(value) }
    let sizes = try sizes(fields.required("sizes"))
    let functions = try functions(fields, sizes: sizes)
    let start = try start(fields, initialised: initialised, sizes: sizes)
    var training = try training(fields["training"], sizes: sizes)
    let examples = try examples(fields, hasData: hasData, sizes: sizes, for: &training)
    // Drawing comes last: it takes time, and nothing is wrong any more.
    let network = Network(
      name: name, sizes: sizes, activations: functions.activations,
      hypothesis: functions.hypothesis, cost: functions.cost, penalty: functions.penalty,
      parameters: start.parameters(sizes: sizes, examples: examples.batch.count))
    var result = NetworkFile(
      network: network, batch: examples.batch,
      warnings: network.warnings(for: examples.batch) + examples.warnings,
      classNames: examples.classNames, training: training.settings, state: training.state,
      powers: training.powers)
    result.original = OriginalText(fields, directory: directory)
    return result
  }

  /// The parameters, or how they are drawn.
  private func start(
    _ fields: Fields, initialised: Bool, sizes: [Int]
  ) throws(NetworkFileError) -> FirstParameters {
    try initialised
      ? .drawn(initialisation(fields.required("initialise")))
      : .given(
        Parameters(
          weights: weights(fields.required("weights"), sizes: sizes),
          biases: biases(fields.required("biases"), sizes: sizes)))
  }

  /// The examples as the network sees them, and how many of them training holds out.
  private func examples(
    _ fields: Fields, hasData: Bool, sizes: [Int], for training: inout TrainingText
  ) throws(NetworkFileError) -> Examples {
    let shape = ExampleShape(sizes: sizes, powers: training.powers ?? 1)
    var examples =
      try hasData
      ? data(fields.required("data"), shape: shape)
      : Examples(batch: batch(fields.required("examples"), shape: shape))
    try expand(&examples, to: shape, at: training.fields?["powers"])
    training.settings.heldOut = try heldOut(
      training.fields?["test"], of: examples.batch.count)
    return examples
  }
}

/// What a network starts from.
private enum FirstParameters {
  case given(Parameters<Double>)
  case drawn(Initialisation)

  func parameters(sizes: [Int], examples: Int) -> Parameters<Double> {
    switch self {
    case .given(let parameters): parameters
    case .drawn(let initialisation): initialisation.parameters(sizes: sizes, examples: examples)
    }
  }
}

/// Examples, and what a file of data says besides.
struct Examples {
  var batch: Batch
  var classNames: [String]?
  var warnings: [String] = []
}

// MARK: - Either, or

extension NetworkFileReader {
  /// Whether the first key is there; if it is, the others must not be, and if not, one must be.
  private func chooses(
    _ key: String, over others: String..., in fields: Fields
  ) throws(NetworkFileError) -> Bool {
    let isThere = fields[key] != nil
    guard let other = others.first(where: { fields[$0] != nil }) else {
      guard isThere else { throw error(fields.object, .oneOf(others[0], key, hasBoth: false)) }
      return true
    }
    guard !isThere else { throw error(fields[key]!, .oneOf(other, key, hasBoth: true), in: fields) }
    return false
  }
}

// MARK: - Values

extension NetworkFileReader {
  func error(_ value: JSONValue, _ kind: NetworkFileError.Kind) -> NetworkFileError {
    NetworkFileError(file: file, place: value.place, kind: kind)
  }

  /// An error at one line whose subject is the object around it.
  func error(
    _ value: JSONValue, _ kind: NetworkFileError.Kind, in fields: Fields
  ) -> NetworkFileError {
    let place = value.place
    return NetworkFileError(
      file: file,
      place: JSONPlace(
        path: fields.object.place.path, line: place.line, column: place.column),
      kind: kind)
  }

  func mismatch(_ value: JSONValue, needed: String) -> NetworkFileError {
    error(value, .value(found: value.summary, needed: needed))
  }

  func string(
    _ value: JSONValue, needed: String = "a string"
  ) throws(NetworkFileError) -> String {
    guard let string = value.string else { throw mismatch(value, needed: needed) }
    return string
  }

  func number(_ value: JSONValue, needed: String = "a number") throws(NetworkFileError) -> Double {
    guard let number = value.number else { throw mismatch(value, needed: needed) }
    return number
  }

  func integer(
    _ value: JSONValue, in range: ClosedRange<Int>, needed: String
  ) throws(NetworkFileError) -> Int {
    guard let integer = value.integer, range.contains(integer) else {
      throw mismatch(value, needed: needed)
    }
    return integer
  }

  func elements(_ value: JSONValue, needed: String) throws(NetworkFileError) -> JSONElements {
    guard let elements = value.elements else { throw mismatch(value, needed: needed) }
    return elements
  }

  /// Appends the numbers of a list that must have `count` of them.
  func appendNumbers(
    _ value: JSONValue, count: Int, reason: @autoclosure () -> String,
    to numbers: inout [Double]
  ) throws(NetworkFileError) {
    guard value.kind == .list else {
      throw mismatch(value, needed: "a list of \(counted(count, "number"))")
    }
    if let other = value.appendNumbers(to: &numbers) { throw mismatch(other, needed: "a number") }
    guard value.count == count else {
      throw error(
        value, .count(found: value.count, needed: count, of: "number", reason: reason()))
    }
  }
}

extension JSONValue {
  /// What the value is, in a few words: `"abc"`, `-3`, `a list of 3`.
  var summary: String {
    switch kind {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number: Quoted.abridged(token, limit: 24)
    case .string: Quoted.text(string!)
    case .list: count == 0 ? "an empty list" : "a list of \(count)"
    case .object: "an object"
    }
  }
}
