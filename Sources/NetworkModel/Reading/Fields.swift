// The members of an object whose keys are known beforehand.

/// The members of an object of a network file: every key is one of those that are valid there.
struct Fields {
  let object: JSONValue
  let members: [(key: String, value: JSONValue)]
  let reader: NetworkFileReader

  subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  func required(
    _ key: String, reason: @autoclosure () -> String? = nil
  ) throws(NetworkFileError) -> JSONValue {
    guard let value = self[key] else {
      throw reader.error(object, .missingKey(key, reason: reason()))
    }
    return value
  }
}

extension NetworkFileReader {
  /// The members of an object; an unknown key is an error.
  func fields(
    of value: JSONValue, keys: [String], needed: String = "an object"
  ) throws(NetworkFileError) -> Fields {
    guard let members = value.members else { throw mismatch(value, needed: needed) }
    var known: [(String, JSONValue)] = []
    for (key, member) in members {
      let name = key.string!
      guard keys.contains(name) else { throw unknownKey(key, in: value, valid: keys) }
      known.append((name, member))
    }
    return Fields(object: value, members: known, reader: self)
  }

  private func unknownKey(
    _ key: JSONValue, in object: JSONValue, valid: [String]
  ) -> NetworkFileError {
    let place = key.place
    return NetworkFileError(
      file: file,
      place: JSONPlace(path: object.place.path, line: place.line, column: place.column),
      kind: .unknownKey(key.string!, valid: valid))
  }
}
