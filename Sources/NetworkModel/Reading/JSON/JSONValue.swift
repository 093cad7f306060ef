// A value of a JSON text, with its place.

/// A value of a JSON text: a view that knows where in the text it stands.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  private var entry: JSONEntry { document.entries[index] }

  package var kind: JSONKind { entry.kind }

  /// The number, correctly rounded; `nil` for anything else.
  package var number: Double? { kind == .number ? entry.number : nil }

  /// The string with its escapes resolved; `nil` for anything else.
  package var string: String? { kind == .string ? document.string(at: index) : nil }

  package var boolean: Bool? { kind == .true ? true : (kind == .false ? false : nil) }

  /// A whole number: `3`, `3.0` and `3e0` are. Beyond the range of `Int` it is the nearest one.
  package var integer: Int? {
    guard let number, number.rounded(.towardZero) == number else { return nil }
    if number.magnitude < 0x1p53 { return Int(number) }
    // 2^53 + 1 is no `Double`: plain digits are read as they stand.
    if let exact = Int(token) { return exact }
    return Int(exactly: number) ?? (number < 0 ? .min : .max)
  }

  /// How many elements a list has, or members an object.
  package var count: Int { kind == .list || kind == .object ? entry.extent.count : 0 }

  /// What a list holds; `nil` for anything else.
  package var elements: JSONElements? {
    kind == .list
      ? JSONElements(document: document, position: index + 1, end: entry.extent.end) : nil
  }

  /// What an object holds, in the order of the text; `nil` for anything else.
  package var members: JSONMembers? {
    kind == .object
      ? JSONMembers(document: document, position: index + 1, end: entry.extent.end) : nil
  }

  /// Appends a list's numbers, up to the first element that is none, which is returned.
  ///
  /// - Precondition: the value is a list.
  /// - Complexity: O(count), without a view of each element.
  package func appendNumbers(to numbers: inout [Double]) -> JSONValue? {
    for i in index + 1..<index + 1 + entry.extent.count {
      guard document.entries[i].kind == .number else {
        return JSONValue(document: document, index: i)
      }
      numbers.append(document.entries[i].number)
    }
    return nil
  }

  /// A number or a word as it stands in the text.
  var token: String {
    let start = Int(entry.offset)
    let end = document.bytes[start...].firstIndex { !$0.continuesWord } ?? document.bytes.count
    return String(decoding: document.bytes[start..<end], as: UTF8.self)
  }
}

/// The elements of a list, one after the other.
package struct JSONElements: Sequence, IteratorProtocol {
  let document: JSONDocument
  var position: Int
  let end: Int

  package mutating func next() -> JSONValue? {
    guard position < end else { return nil }
    defer { position = document.end(of: position) }
    return JSONValue(document: document, index: position)
  }
}

/// The members of an object; the key is a value too, for its place.
package struct JSONMembers: Sequence, IteratorProtocol {
  let document: JSONDocument
  var position: Int
  let end: Int

  package mutating func next() -> (key: JSONValue, value: JSONValue)? {
    guard position < end else { return nil }
    defer { position = document.end(of: position + 1) }
    return (
      JSONValue(document: document, index: position),
      JSONValue(document: document, index: position + 1)
    )
  }
}

extension JSONDocument {
  /// The index of the entry behind a value.
  func end(of index: Int) -> Int {
    let entry = entries[index]
    return entry.kind == .list || entry.kind == .object ? entry.extent.end : index + 1
  }

  /// The string at an entry.
  func string(at index: Int) -> String {
    String(decoding: JSONText.content(of: entries[index], in: bytes), as: UTF8.self)
  }
}
