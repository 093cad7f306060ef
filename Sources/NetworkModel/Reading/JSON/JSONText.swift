// The bytes of a JSON text: words, lines, UTF-8, and what a string's bytes stand for.

enum JSONText {
  /// Line and column of a byte, both from 1.
  static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for i in 0..<Swift.min(offset, bytes.count) {
      switch bytes[i] {
      case UInt8(ascii: "\r") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "\n"):
        break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        line += 1
        column = 1
      case 0x80...0xBF: break  // Inside a character, which its first byte has counted.
      default: column += 1
      }
    }
    return (line, column)
  }

  /// How many bytes the character at a position has; `nil` if the bytes are no UTF-8: overlong,
  /// a surrogate, beyond U+10FFFF, or cut short. The ranges are those of RFC 3629, section 4.
  static func characterLength(at position: Int, in bytes: [UInt8]) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[position] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
    for i in position + 2..<position + Swift.max(length, 2) where !(0x80...0xBF).contains(bytes[i])
    {
      return nil
    }
    return length
  }

  /// The bytes that a string or a key stands for, its escapes resolved.
  ///
  /// - Precondition: the entry is a string's, and has been read without an error.
  static func content(of entry: JSONEntry, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let (length, hasEscapes) = entry.content
    let raw = bytes[Int(entry.offset) + 1..<Int(entry.offset) + 1 + length]
    guard hasEscapes else { return raw }
    var result: [UInt8] = []
    var position = raw.startIndex
    while position < raw.endIndex {
      guard raw[position] == UInt8(ascii: "\\") else {
        result.append(raw[position])
        position += 1
        continue
      }
      let escape = raw[position + 1]
      position += 2
      guard escape == UInt8(ascii: "u") else {
        result.append(character(ofEscape: escape)!)
        continue
      }
      var unit = hexadecimal(at: position, in: bytes)!
      position += 4
      if (0xD800...0xDBFF).contains(unit) {
        let low = hexadecimal(at: position + 2, in: bytes)!
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        position += 6
      }
      result.append(contentsOf: String(Unicode.Scalar(unit)!).utf8)
    }
    return result[...]
  }

  /// What stands for `\n` and the other escapes of one letter.
  static func character(ofEscape letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The number that four hexadecimal digits are.
  static func hexadecimal(at position: Int, in bytes: [UInt8]) -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var result: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      result = result << 4 | UInt32(digit)
    }
    return result
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  /// Whether the byte can be part of a number, a literal or a word that somebody took for one.
  var continuesWord: Bool {
    isDigit || isLetter || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
  }
}
