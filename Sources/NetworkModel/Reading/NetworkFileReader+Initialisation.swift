// The "initialise" of a network file.

extension NetworkFileReader {
  func initialisation(_ value: JSONValue) throws(NetworkFileError) -> Initialisation {
    let fields = try fields(of: value, keys: ["distribution", "deviation", "seed", "biases"])
    return Initialisation(
      distribution: try distribution(fields.required("distribution")),
      deviation: try deviation(fields.required("deviation")),
      seed: UInt64(
        try integer(
          fields.required("seed"), in: 0...1 << 53, needed: "a whole number from 0 to 2^53")),
      biases: try fields["biases"].map { value throws(NetworkFileError) in
        try number(value, needed: "a number, for all biases,")
      })
  }

  private func distribution(
    _ value: JSONValue
  ) throws(NetworkFileError) -> Initialisation.Distribution {
    let name = try string(value, needed: "\"gaussian\" or \"uniform\"")
    if let distribution = Initialisation.Distribution(rawValue: name) { return distribution }
    let all = Initialisation.Distribution.allCases.map(\.rawValue)
    throw error(
      value,
      .unknownName(
        name, role: "distribution", nearest: nearestName(to: name, among: all), all: all))
  }

  /// The polar method's numbers are below 9: up to 1e300, every weight is finite.
  private func deviation(_ value: JSONValue) throws(NetworkFileError) -> Double {
    let needed = "a number from 0 to 1e300"
    let deviation = try number(value, needed: needed)
    guard deviation >= 0, deviation <= 1e300 else { throw mismatch(value, needed: needed) }
    return deviation
  }
}
