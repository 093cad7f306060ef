// The "initialise" of a network file.

extension NetworkFileReader {
  func initialisation(_ value: JSONValue) throws(NetworkFileError) -> Initialisation {
    let fields = try fields(of: value, keys: ["distribution", "deviation", "seed", "biases"])
    return Initialisation(
      distribution: try choice(fields.required("distribution"), of: "distribution"),
      deviation: try deviation(fields.required("deviation")),
      seed: try seed(fields.required("seed")),
      biases: try fields["biases"].map { value throws(NetworkFileError) in
        try number(value, needed: "a number, for all biases,")
      })
  }

  /// What a generator starts from: every whole number that all programs write exactly.
  func seed(_ value: JSONValue) throws(NetworkFileError) -> UInt64 {
    UInt64(try integer(value, in: 0...1 << 53, needed: "a whole number from 0 to 2^53"))
  }

  /// The name of a rule, or a number. The polar method's numbers are below 9: up to 1e300, every
  /// weight is finite.
  private func deviation(
    _ value: JSONValue
  ) throws(NetworkFileError) -> Initialisation.Deviation {
    if value.kind == .string { return .rule(try named(value, needed: "a name")) }
    let needed = "a number from 0 to 1e300, or the name of a rule,"
    let deviation = try number(value, needed: needed)
    guard deviation >= 0, deviation <= 1e300 else { throw mismatch(value, needed: needed) }
    return .number(deviation)
  }
}

// MARK: - One of several words

extension NetworkFileReader {
  /// One of the words that a type has for its cases; `role` is what such a word is called.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: JSONValue, of role: String
  ) throws(NetworkFileError) -> Choice {
    let all = Choice.allCases.map(\.rawValue)
    let needed = all.map { "\"\($0)\"" }.joined(separator: " or ")
    let name = try string(value, needed: needed)
    guard let choice = Choice(rawValue: name) else {
      throw error(
        value, .unknownName(name, role: role, nearest: nearestName(to: name, among: all), all: all))
    }
    return choice
  }
}
