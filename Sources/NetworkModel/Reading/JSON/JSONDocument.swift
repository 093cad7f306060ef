// A JSON text after reading: a flat list of everything in it, in the order of the text.

/// The result of reading a JSON text. Its values are views of this; see `JSONValue`.
///
/// A value is one entry of 16 bytes, a member of an object is two (its key, its value), and a list
/// or an object stands before what it holds. A tree of enums would cost an allocation for each small
/// list, 25 bytes of memory for a byte of text at worst; this costs 8, and nothing in it recurses.
package final class JSONDocument: Sendable {
  /// The text, for messages, and for what strings hold.
  package let bytes: [UInt8]
  let entries: [JSONEntry]

  init(bytes: [UInt8], entries: [JSONEntry]) {
    self.bytes = bytes
    self.entries = entries
  }

  /// The value that is the whole text.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// What a JSON value is.
package enum JSONKind: UInt8, Sendable {
  case null, `false`, `true`, number, string, list, object
}

/// One value, or one key, of a JSON text.
struct JSONEntry: Sendable {
  /// A number's bits; a string's length in bytes, and in the lowest bit whether it has escapes;
  /// of a list or an object the index of the entry behind it, and above that how many it holds.
  private var payload: UInt64
  /// Where it begins in the text.
  let offset: UInt32
  let kind: JSONKind

  init(_ kind: JSONKind, at offset: Int) {
    self.kind = kind
    self.offset = UInt32(offset)
    payload = 0
  }

  var number: Double {
    get { Double(bitPattern: payload) }
    set { payload = newValue.bitPattern }
  }

  /// The bytes between a string's quotation marks.
  var content: (length: Int, hasEscapes: Bool) {
    get { (Int(payload >> 1), payload & 1 == 1) }
    set { payload = UInt64(newValue.length) << 1 | (newValue.hasEscapes ? 1 : 0) }
  }

  /// How many elements or members there are, and the index of the entry behind the last.
  var extent: (count: Int, end: Int) {
    get { (Int(payload >> 32), Int(payload & 0xFFFF_FFFF)) }
    set { payload = UInt64(newValue.count) << 32 | UInt64(newValue.end) }
  }
}
