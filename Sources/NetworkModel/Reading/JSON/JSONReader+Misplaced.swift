// What stands where something else is needed: finding the words for it.

extension JSONReader {
  /// An error at the position, where something else is needed.
  func misplaced(needed: String) -> JSONError {
    if position == bytes.count { return error(.endOfText(needed: needed)) }
    if isComment { return error(.comment) }
    if byte == UInt8(ascii: "'") { return error(.singleQuote) }
    return error(.unexpected(found: found, needed: needed))
  }

  /// An error behind the value that is the whole text.
  func trailingText() -> JSONError {
    error(isComment ? .comment : .trailingText(found: found))
  }

  /// An error where a value is needed: often something that another language writes there.
  func misplacedValue(at start: Int? = nil) -> JSONError {
    let start = start ?? position
    let word = word(at: start)
    switch word.lowercased() {
    case "nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity":
      return error(.notFinite(found: word), at: start)
    case "true", "false": return error(.literal(found: word, needed: word.lowercased()), at: start)
    case "none", "nil", "null", "undefined", "na":
      return error(.literal(found: word, needed: "null"), at: start)
    case let word where word.hasPrefix("."):
      return error(.number(found: word, why: "a digit is needed before the point"), at: start)
    case let word where word.hasPrefix("+"):
      return error(.number(found: word, why: "it begins with +"), at: start)
    case let word where word.hasPrefix("-"):
      return error(.number(found: word, why: "a digit is needed after the sign"), at: start)
    default: return misplaced(needed: "a value")
    }
  }

  /// Whether a literal stands here, and no longer word.
  func skip(_ literal: StaticString) -> Bool {
    let end = position + literal.utf8CodeUnitCount
    guard end <= bytes.count, end == bytes.count || !bytes[end].continuesWord else { return false }
    return literal.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
  }

  /// The start of the word or number at a byte; empty where there is none.
  func word(at start: Int) -> String {
    Quoted.head(of: bytes[start...].prefix(64).prefix { $0.continuesWord })
  }

  /// The mark at the beginning of a text that another encoding, or an editor, leaves.
  var encodingMark: String? {
    switch bytes.prefix(3) {
    case let mark where mark.elementsEqual([0xEF, 0xBB, 0xBF]): "UTF-8"
    case let mark where mark.starts(with: [0xFF, 0xFE]): "UTF-16"
    case let mark where mark.starts(with: [0xFE, 0xFF]): "UTF-16"
    default: nil
    }
  }

  private var isComment: Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") }

  private var found: String {
    let word = word(at: position)
    return word.isEmpty
      ? Quoted.bytes(bytes[position...], limit: 1) : "'\(Quoted.abridged(word, limit: 24))'"
  }
}
