// The "training" of a network file: how the network is trained, and where its training stands.

import Numbers

extension NetworkFileReader {
  static let trainingKeys = [
    "method", "batch", "order", "rate", "schedule", "momentum", "dropout", "seed", "test",
    "iterations", "epochs", "until-cost", "until-gradient", "powers", "state",
  ]

  /// Everything but what needs the examples; what is not given is as it is by default.
  func training(_ value: JSONValue?, sizes: [Int]) throws(NetworkFileError) -> TrainingText {
    guard let value else { return TrainingText() }
    let fields = try fields(of: value, keys: Self.trainingKeys)
    return TrainingText(
      fields: fields, settings: try settings(fields),
      state: try state(fields["state"], sizes: sizes),
      powers: try powers(fields["powers"], sizes: sizes))
  }

  private func settings(_ fields: Fields) throws(NetworkFileError) -> TrainingSettings {
    var settings = TrainingSettings()
    try readSteps(fields, to: &settings)
    if let value = fields["momentum"] { settings.momentum = try fraction(value) }
    if let value = fields["dropout"] { settings.dropout = try fraction(value) }
    if let value = fields["seed"] { settings.seed = try seed(value) }
    if let value = fields["iterations"] { settings.iterations = try count(value, from: 1) }
    if let value = fields["epochs"] { settings.epochs = try count(value, from: 1) }
    if let value = fields["until-cost"] { settings.costGoal = try goal(value) }
    if let value = fields["until-gradient"] { settings.gradientGoal = try goal(value) }
    return settings
  }

  private func readSteps(
    _ fields: Fields, to settings: inout TrainingSettings
  ) throws(NetworkFileError) {
    if let value = fields["method"] { settings.method = try choice(value, of: "method") }
    if let value = fields["batch"] { settings.batch = try batchSize(value) }
    if let value = fields["order"] { settings.order = try choice(value, of: "order") }
    if let value = fields["rate"] {
      settings.rate = try number(value, needed: "a number above 0") { $0 > 0 }
    }
    if let value = fields["schedule"] {
      settings.schedule = try named(value, needed: "the name of a schedule")
    }
  }

  /// How many of M examples are held out: at least one is left to train on.
  func heldOut(_ value: JSONValue?, of M: Int) throws(NetworkFileError) -> Int {
    guard let value else { return 0 }
    return try integer(
      value, in: 0...M - 1,
      needed: "a whole number from 0 to \(M - 1), less than the \(counted(M, "example")),")
  }

  /// Where training stands, in the shapes of the network.
  private func state(_ value: JSONValue?, sizes: [Int]) throws(NetworkFileError) -> TrainingState? {
    guard let value else { return nil }
    let fields = try fields(of: value, keys: ["epochs", "iterations", "updates", "velocity"])
    return TrainingState(
      epochs: try count(fields.required("epochs"), from: 0),
      iterations: try count(fields.required("iterations"), from: 0),
      updates: try count(fields.required("updates"), from: 0),
      velocity: try fields["velocity"].map { value throws(NetworkFileError) in
        try velocity(value, sizes: sizes)
      })
  }

  private func velocity(
    _ value: JSONValue, sizes: [Int]
  ) throws(NetworkFileError) -> Parameters<Double> {
    let fields = try fields(of: value, keys: ["weights", "biases"])
    return Parameters(
      weights: try weights(fields.required("weights"), sizes: sizes),
      biases: try biases(fields.required("biases"), sizes: sizes))
  }
}

/// "training" as it is read.
struct TrainingText {
  /// Its members, if it is there.
  var fields: Fields?
  var settings = TrainingSettings()
  var state: TrainingState?
  var powers: Int?
}

// MARK: - Values

extension NetworkFileReader {
  private func batchSize(_ value: JSONValue) throws(NetworkFileError) -> BatchSize {
    if value.string == "all" { return .all }
    return .examples(
      try integer(value, in: 1...1 << 53, needed: "\"all\", or a whole number from 1 to 2^53,"))
  }

  /// A count, which may go on being counted: 2^53 more do not leave the range of `Int`.
  private func count(_ value: JSONValue, from first: Int) throws(NetworkFileError) -> Int {
    try integer(value, in: first...1 << 53, needed: "a whole number from \(first) to 2^53")
  }

  private func fraction(_ value: JSONValue) throws(NetworkFileError) -> Double {
    try number(value, needed: "a number of at least 0 and below 1") { 0 <= $0 && $0 < 1 }
  }

  private func goal(_ value: JSONValue) throws(NetworkFileError) -> Double {
    try number(value, needed: "a number, 0 or more,") { $0 >= 0 }
  }

  private func number(
    _ value: JSONValue, needed: String, where isInRange: (Double) -> Bool
  ) throws(NetworkFileError) -> Double {
    let number = try number(value, needed: needed)
    guard isInRange(number) else { throw mismatch(value, needed: needed) }
    return number
  }
}
