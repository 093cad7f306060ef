// A strict reader of JSON: RFC 8259, and nothing else.

/// Reads a JSON text and keeps the place of everything in it.
///
/// Foundation's reader lets duplicate keys and trailing commas pass, refuses 1e-400, and names no
/// line. This one refuses whatever RFC 8259 does not allow, and what a program that reads a file of
/// numbers must not let pass: duplicate keys, and numbers too large for a `Double`. Numbers are
/// correctly rounded, so that one too small for a `Double` is 0.
///
/// - Complexity: O(text) time; memory for the text and 16 bytes a value.
package struct JSONReader {
  /// Lists and objects within each other.
  package static let depthLimit = 100
  /// A text has at most so many values, keys included, an object so many keys, and the text itself
  /// so many bytes: beyond, reading would take more than seconds, or more than a gigabyte.
  package static let valueLimit = 1 << 24
  package static let keyLimit = 1 << 16
  package static let lengthLimit = 1 << 28

  let bytes: [UInt8]
  var position = 0
  var entries: [JSONEntry] = []
  /// The lists and objects around the position, and which of their children it is in.
  private var open: [OpenChild] = []

  private enum OpenChild {
    case none
    case element(Int)
    case member(key: Int)
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a text that is one value.
  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONDocument {
    var reader = JSONReader(bytes)
    try reader.readText()
    return JSONDocument(bytes: bytes, entries: reader.entries)
  }

  private mutating func readText() throws(JSONError) {
    guard bytes.count <= Self.lengthLimit else { throw error(.tooLong(limit: Self.lengthLimit)) }
    if let encoding = encodingMark { throw error(.encoding(encoding)) }
    skipSpace()
    guard position < bytes.count else { throw error(.empty) }
    entries.reserveCapacity(bytes.count / 8)
    try readValue()
    skipSpace()
    guard position == bytes.count else { throw trailingText() }
  }

  /// The byte at the position; 0, which begins nothing in JSON, behind the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(JSONError) {
    guard entries.count < Self.valueLimit else {
      throw error(.tooManyValues(limit: Self.valueLimit))
    }
    switch byte {
    case UInt8(ascii: "["): try readList()
    case UInt8(ascii: "{"): try readObject()
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "-"), 0x30...0x39: try readNumber()
    case UInt8(ascii: "t") where skip("true"): add(.true, length: 4)
    case UInt8(ascii: "f") where skip("false"): add(.false, length: 5)
    case UInt8(ascii: "n") where skip("null"): add(.null, length: 4)
    default: throw misplacedValue()
    }
  }

  private mutating func readList() throws(JSONError) {
    try readContainer(.list, end: UInt8(ascii: "]")) { (reader, n) throws(JSONError) in
      reader.open[reader.open.count - 1] = .element(n)
      try reader.readValue()
    }
  }

  private mutating func readObject() throws(JSONError) {
    let start = entries.count
    try readContainer(.object, end: UInt8(ascii: "}")) { (reader, _) throws(JSONError) in
      guard reader.byte == UInt8(ascii: "\"") else {
        throw reader.misplaced(needed: "a key in quotation marks")
      }
      let key = reader.entries.count
      try reader.readString()
      reader.skipSpace()
      guard reader.byte == UInt8(ascii: ":") else {
        throw reader.misplaced(needed: "':'")
      }
      reader.position += 1
      reader.skipSpace()
      reader.open[reader.open.count - 1] = .member(key: key)
      try reader.readValue()
    }
    try refuseDuplicateKeys(ofObjectAt: start)
  }

  /// `[` or `{`, the children with commas between them, and the closing bracket.
  private mutating func readContainer(
    _ kind: JSONKind, end: UInt8,
    readChild: (inout JSONReader, Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard open.count < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    let start = entries.count
    add(kind, length: 0)
    position += 1
    open.append(.none)
    var count = 0
    skipSpace()
    if byte != end {
      while true {
        try readChild(&self, count)
        open[open.count - 1] = .none
        count += 1
        skipSpace()
        if byte == end { break }
        try skipComma(before: end)
      }
    }
    position += 1
    open.removeLast()
    entries[start].extent = (count, entries.count)
  }

  private mutating func skipComma(before end: UInt8) throws(JSONError) {
    guard byte == UInt8(ascii: ",") else {
      throw misplaced(needed: "',' or '\(Unicode.Scalar(end))'")
    }
    let comma = position
    position += 1
    skipSpace()
    if byte == end {
      position = comma
      throw error(.trailingComma(before: String(Unicode.Scalar(end))))
    }
  }
}

extension JSONReader {
  /// Appends an entry for what begins here, and goes behind it.
  mutating func add(_ kind: JSONKind, length: Int) {
    entries.append(JSONEntry(kind, at: position))
    position += length
  }

  /// An error at a byte, by default at the position.
  func error(_ kind: JSONError.Kind, at offset: Int? = nil) -> JSONError {
    let steps: [JSONStep] = open.compactMap {
      switch $0 {
      case .none: nil
      case .element(let n): .index(n)
      case .member(let key):
        .key(String(decoding: JSONText.content(of: entries[key], in: bytes), as: UTF8.self))
      }
    }
    return JSONError(
      place: JSONPlace(steps: steps, offset: offset ?? position, in: bytes), kind: kind)
  }
}
