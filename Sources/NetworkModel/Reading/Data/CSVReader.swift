// Comma-separated values: RFC 4180.

/// Reads the records of a table, one at a time, and counts its lines.
///
/// A field is a range of bytes: a number in it is read where it stands.
struct CSVReader {
  static let lengthLimit = 1 << 27
  static let columnLimit = 1 << 16

  struct Field {
    /// The field without its quotation marks.
    let range: Range<Int>
    /// Whether a quotation mark in it is written twice.
    let hasDoubledQuotes: Bool
  }

  let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// The line on which the last record begins.
  private(set) var recordLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Spreadsheets mark UTF-8 with it; it belongs to no field.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record, or `false` at the end, before which there may be blank lines.
  mutating func readRecord(into fields: inout [Field]) throws(DataProblem) -> Bool {
    fields.removeAll(keepingCapacity: true)
    recordLine = line
    guard bytes[position...].contains(where: { !$0.isLineEnd }) else { return false }
    while true {
      fields.append(
        try byte == UInt8(ascii: "\"") ? readQuotedField() : readPlainField())
      if byte == UInt8(ascii: ",") {
        position += 1
      } else {
        skipLineEnd()
        return true
      }
    }
  }

  /// A field as text; `nil` if it is no UTF-8.
  func text(_ field: Field) -> String? {
    var content: [UInt8] = []
    var position = field.range.lowerBound
    while position < field.range.upperBound {
      guard let length = JSONText.characterLength(at: position, in: bytes) else { return nil }
      content += bytes[position..<position + length]
      position += length
      if field.hasDoubledQuotes, content.last == UInt8(ascii: "\"") { position += 1 }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// A field as a number, with spaces around it or none; `nil` if it is no finite number.
  func number(_ field: Field) -> Double? {
    var range = field.range
    while let first = range.first, bytes[first].isSpace { range = range.dropFirst() }
    while let last = range.last, bytes[last].isSpace { range = range.dropLast() }
    guard DecimalText.isDecimal(bytes, in: range) else { return nil }
    let number = DecimalText.value(of: bytes, in: range)
    return number.isFinite ? number : nil
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func readPlainField() throws(DataProblem) -> Field {
    let start = position
    while let byte, byte != UInt8(ascii: ","), !byte.isLineEnd {
      guard byte != UInt8(ascii: "\"") else {
        throw .quote(line: line, why: "a field with a quotation mark in it must be quoted")
      }
      position += 1
    }
    return Field(range: start..<position, hasDoubledQuotes: false)
  }

  private mutating func readQuotedField() throws(DataProblem) -> Field {
    let firstLine = line
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while true {
      guard let byte else { throw .quote(line: firstLine, why: "a quoted field has no end") }
      if byte.isLineEnd {
        skipLineEnd()
        continue
      }
      position += 1
      guard byte == UInt8(ascii: "\"") else { continue }
      guard self.byte == UInt8(ascii: "\"") else { break }
      hasDoubledQuotes = true
      position += 1
    }
    if let byte, byte != UInt8(ascii: ","), !byte.isLineEnd {
      throw .quote(line: line, why: "there is text behind the end of a quoted field")
    }
    return Field(range: start..<position - 1, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// `\n`, `\r\n` or `\r`; nothing at the end of the text.
  private mutating func skipLineEnd() {
    guard let byte else { return }
    position += 1
    if byte == UInt8(ascii: "\r"), self.byte == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
