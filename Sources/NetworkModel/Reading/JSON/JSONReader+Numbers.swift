// Numbers: RFC 8259, section 6.

extension JSONReader {
  mutating func readNumber() throws(JSONError) {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte.isLetter { throw misplacedValue(at: start) }
    if byte == 0x30 {
      position += 1
      if byte.isDigit { throw malformed(start, "it begins with 0") }
    } else {
      try skipDigits(of: start, after: "the sign")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      try skipDigits(of: start, after: "the point")
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try skipDigits(of: start, after: "the exponent's e")
    }
    try addNumber(start)
  }

  private mutating func addNumber(_ start: Int) throws(JSONError) {
    let number = DecimalText.value(of: bytes, in: start..<position)
    guard number.isFinite else {
      throw error(.tooLarge(found: Quoted.head(of: bytes[start..<position])), at: start)
    }
    var entry = JSONEntry(.number, at: start)
    entry.number = number
    entries.append(entry)
  }

  private mutating func skipDigits(of start: Int, after what: String) throws(JSONError) {
    guard byte.isDigit else { throw malformed(start, "a digit is needed after \(what)") }
    var end = position + 1
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    position = end
  }

  private func malformed(_ start: Int, _ why: String) -> JSONError {
    error(.number(found: word(at: start), why: why), at: start)
  }
}
