// What a network file said in its own words, as far as writing it again keeps them.

/// Members of a network file as JSON text.
struct OriginalText: Sendable {
  /// The texts by key; there are as many bytes as in the file, but for parameters and training.
  private let members: [String: [UInt8]]
  /// The members of "data": some are paths.
  private let data: [(key: String, text: [UInt8], path: String?)]
  /// What the paths are relative to.
  private let directory: String

  init(_ fields: Fields, directory: String) {
    var members: [String: [UInt8]] = [:]
    for key in ["name", "activation", "hypothesis", "cost", "examples", "data"] {
      members[key] = fields[key].map { Array($0.text) }
    }
    self.members = members
    self.directory = directory
    data = (fields["data"]?.members.map { Array($0) } ?? []).map { key, value in
      let isPath = ["csv", "idx-images", "idx-labels"].contains(key.string)
      return (key.string!, Array(value.text), isPath ? value.string : nil)
    }
  }

  /// The text of a member; `nil` where the file has none.
  ///
  /// - Parameter other: the directory that the text is written to, if it may be another one: then the
  ///   paths of data become absolute, unless they lead to the same files from there.
  func member(_ key: String, movingTo other: String?) -> String? {
    guard key == "data", !data.isEmpty, let other, !FilePath.isSame(directory, other) else {
      return members[key].map { String(decoding: $0, as: UTF8.self) }
    }
    var result = "{ "
    for (position, member) in data.enumerated() {
      if position > 0 { result += ", " }
      result.append(quoted: member.key)
      result += ": "
      if let path = member.path {
        result.append(quoted: FilePath.absolute(path, in: directory))
      } else {
        result += String(decoding: member.text, as: UTF8.self)
      }
    }
    return result + " }"
  }
}
