// What can be wrong with a JSON text.

/// Why a text is not JSON (RFC 8259), and where.
public struct JSONError: Error, Hashable, Sendable {
  public let place: JSONPlace
  public let kind: Kind

  public enum Kind: Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case encoding(String)
    case unexpected(found: String, needed: String)
    case endOfText(needed: String)
    case trailingText(found: String)
    case trailingComma(before: String)
    case comment
    case singleQuote
    case literal(found: String, needed: String)
    case notFinite(found: String)
    case number(found: String, why: String)
    case tooLarge(found: String)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case tooManyKeys(limit: Int)
    case duplicateKey(String, firstLine: Int)
    case controlCharacter(UInt8)
    case escape(found: String)
    case surrogate(found: String)
    case invalidUTF8(byte: UInt8)
  }
}

extension JSONError {
  /// What is wrong, in words: one line, without the file.
  public var words: String {
    switch kind {
    case .notFinite(let found):
      "\(place.path.isEmpty ? "the value" : place.path) \(cause(of: found))"
    case .tooDeep: kind.words
    default: (place.path.isEmpty ? "" : "in \(place.path): ") + kind.words
    }
  }

  private func cause(of found: String) -> String {
    "is \(Quoted.abridged(found, limit: 24)), which is no number in JSON. "
      + "Python's json module writes NaN and Infinity: look for an overflow, log 0 or 0/0 "
      + "where the file was made"
  }
}

extension JSONError.Kind {
  fileprivate var words: String {
    switch self {
    case .empty: "the text is empty; a JSON object is needed"
    case .tooLong(let limit): "the text is longer than \(limit >> 20) MiB"
    case .encoding(let name):
      "the text begins with a byte order mark (\(name)); save it as UTF-8 without one"
    case .unexpected(let found, let needed): "found \(found) where \(needed) is needed"
    case .endOfText(let needed): "the text ends where \(needed) is needed"
    case .trailingText(let found): "found \(found) behind the end of the value"
    case .trailingComma(let bracket):
      "found a comma before '\(bracket)'; JSON has no trailing comma"
    case .comment: "found a comment; JSON has none"
    case .singleQuote: "found a single quotation mark; JSON writes strings as \"…\""
    case .literal(let found, let needed): "found \(found); JSON writes \(needed)"
    case .notFinite(let found):
      "found \(Quoted.abridged(found, limit: 24)), which is no number in JSON"
    case .number(let found, let why):
      "\(Quoted.abridged(found, limit: 40)) is no number in JSON: \(why)"
    case .tooLarge(let found):
      "\(Quoted.abridged(found, limit: 40)) is too large; numbers go up to 1.7976931348623157e308"
    case .tooDeep(let limit): "lists and objects are nested more than \(limit) deep"
    case .tooManyValues(let limit): "the text has more than \(limit) values"
    case .tooManyKeys(let limit): "an object has more than \(limit) keys"
    case .duplicateKey(let key, let line):
      "duplicate key \(Quoted.text(key)): it is already on line \(line)"
    case .controlCharacter(let byte):
      "found the control character \(Quoted.escape(of: byte)) in a string; "
        + "JSON writes it as an escape"
    case .escape(let found): "found \(found) in a string; no such escape is in JSON"
    case .surrogate(let found):
      "found \(found) in a string: half a surrogate pair, and no character by itself"
    case .invalidUTF8(let byte):
      "found the byte 0x\(String(byte, radix: 16, uppercase: true)), which is not UTF-8 here"
    }
  }
}
