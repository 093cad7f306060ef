// Strings: RFC 8259, section 7.

extension JSONReader {
  /// Reads a string, checks it, and leaves its escapes to who asks for it.
  mutating func readString() throws(JSONError) {
    let start = position
    var entry = JSONEntry(.string, at: start)
    var hasEscapes = false
    position += 1
    while true {
      guard position < bytes.count else {
        throw error(.endOfText(needed: "the '\"' that ends the string"), at: start)
      }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        entry.content = (position - start - 1, hasEscapes)
        entries.append(entry)
        position += 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case let byte where byte < 0x20:
        throw error(.controlCharacter(byte))
      case let byte where byte < 0x80:
        position += 1
      case let byte:
        guard let length = JSONText.characterLength(at: position, in: bytes) else {
          throw error(.invalidUTF8(byte: byte))
        }
        position += length
      }
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    let start = position
    guard position + 1 < bytes.count else {
      throw error(.endOfText(needed: "the rest of an escape"))
    }
    guard bytes[position + 1] == UInt8(ascii: "u") else {
      guard JSONText.character(ofEscape: bytes[position + 1]) != nil else {
        throw error(.escape(found: Quoted.bytes(bytes[position...], limit: 2)))
      }
      position += 2
      return
    }
    let unit = try readUnit()
    guard (0xD800...0xDFFF).contains(unit) else { return }
    let isPair =
      unit < 0xDC00 && position + 6 <= bytes.count && bytes[position] == UInt8(ascii: "\\")
      && bytes[position + 1] == UInt8(ascii: "u")
    guard isPair, case let low = try readUnit(), (0xDC00...0xDFFF).contains(low) else {
      throw error(.surrogate(found: Quoted.bytes(bytes[start...], limit: 6)), at: start)
    }
  }

  /// The four digits of `\uXXXX`.
  private mutating func readUnit() throws(JSONError) -> UInt32 {
    guard let unit = JSONText.hexadecimal(at: position + 2, in: bytes) else {
      throw error(.escape(found: Quoted.bytes(bytes[position...], limit: 6)))
    }
    position += 6
    return unit
  }
}
