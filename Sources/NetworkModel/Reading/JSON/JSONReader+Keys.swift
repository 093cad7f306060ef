// No key twice: RFC 8259 leaves open what it would mean, so it is an error here.

extension JSONReader {
  /// Refuses an object that has a key twice, however the keys are written (`"a"` is `"\u0061"`).
  ///
  /// - Complexity: O(keys); a few are compared with each other, which needs no memory.
  func refuseDuplicateKeys(ofObjectAt start: Int) throws(JSONError) {
    let (count, end) = entries[start].extent
    guard count > 1 else { return }
    guard count <= Self.keyLimit else {
      throw error(.tooManyKeys(limit: Self.keyLimit), at: Int(entries[start].offset))
    }
    var keys: [Int] = []
    keys.reserveCapacity(count)
    var index = start + 1
    while index < end {
      keys.append(index)
      let value = entries[index + 1]
      index = value.kind == .list || value.kind == .object ? value.extent.end : index + 2
    }
    try count <= 8 ? comparePairs(keys) : compareHashes(keys)
  }

  private func comparePairs(_ keys: [Int]) throws(JSONError) {
    for (n, key) in keys.enumerated() {
      for earlier in keys[..<n] where content(earlier) == content(key) {
        throw duplicate(key, of: earlier)
      }
    }
  }

  private func compareHashes(_ keys: [Int]) throws(JSONError) {
    var seen: [ArraySlice<UInt8>: Int] = [:]
    for key in keys {
      if let earlier = seen.updateValue(key, forKey: content(key)) {
        throw duplicate(key, of: earlier)
      }
    }
  }

  /// Bytes and not strings are compared: Swift's strings are equal where Unicode calls them equivalent.
  private func content(_ key: Int) -> ArraySlice<UInt8> {
    JSONText.content(of: entries[key], in: bytes)
  }

  private func duplicate(_ key: Int, of earlier: Int) -> JSONError {
    let name = String(decoding: content(key), as: UTF8.self)
    let line = JSONText.position(of: Int(entries[earlier].offset), in: bytes).line
    return error(.duplicateKey(name, firstLine: line), at: Int(entries[key].offset))
  }
}
