// A value of a JSON text as it stands there.

extension JSONValue {
  /// The bytes of the value, from its first to its last.
  /// - Complexity: O(the value's text).
  var text: ArraySlice<UInt8> {
    document.bytes[Int(document.entries[index].offset)..<document.textEnd(of: index)]
  }
}

extension JSONDocument {
  /// The position behind the last byte of a value.
  ///
  /// An entry does not keep it: of a list or an object it is behind the last of what it holds, a
  /// space or none, and the bracket.
  fileprivate func textEnd(of index: Int) -> Int {
    // What encloses the last values, from the outside; a text is at most 100 deep.
    var depth = 0
    var position = index
    while let last = lastValue(in: position) {
      depth += 1
      position = last
    }
    var end = Int(entries[position].offset)
    switch entries[position].kind {
    case .string: end += 2 + entries[position].content.length
    case .list, .object: end = behindBracket(from: end + 1)
    default: while end < bytes.count, bytes[end].continuesWord { end += 1 }
    }
    for _ in 0..<depth { end = behindBracket(from: end) }
    return end
  }

  /// The last value that a list or an object holds.
  private func lastValue(in container: Int) -> Int? {
    let entry = entries[container]
    guard entry.kind == .list || entry.kind == .object, entry.extent.count > 0 else { return nil }
    var child = container + 1
    while true {
      let value = entry.kind == .object ? child + 1 : child
      let next = end(of: value)
      if next == entry.extent.end { return value }
      child = next
    }
  }

  private func behindBracket(from position: Int) -> Int {
    var position = position
    while bytes[position] != UInt8(ascii: "]"), bytes[position] != UInt8(ascii: "}") {
      position += 1
    }
    return position + 1
  }
}
