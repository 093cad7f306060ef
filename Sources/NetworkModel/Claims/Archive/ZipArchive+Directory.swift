// The directory at the end of a zip file.

extension ZipArchive {
  struct Directory {
    let range: Range<Int>
    let count: Int
  }

  func directory() throws(ArchiveProblem) -> Directory {
    guard let end = endPosition() else { throw .noDirectory }
    var count = bytes.whole(at: end + 10, bytes: 2)!
    var size = bytes.whole(at: end + 12, bytes: 4)!
    var offset = bytes.whole(at: end + 16, bytes: 4)!
    var limit = end
    let isLong = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
    // torch.save writes the long record always.
    if isLong || bytes.whole(at: end - 20, bytes: 4) == Self.locatorMark {
      guard let long = longEnd(before: end) else { throw .directory }
      (count, size, offset, limit) = long
    }
    // One entry has 46 bytes at least: what is larger is not counted up to.
    guard offset <= limit, size == limit - offset, count <= size / 46 else { throw .directory }
    return Directory(range: offset..<offset + size, count: count)
  }

  /// Behind the end record is a comment of at most 65,535 bytes, whose length it has.
  private func endPosition() -> Int? {
    for position in stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    where bytes.whole(at: position, bytes: 4) == Self.endMark
      && bytes.whole(at: position + 20, bytes: 2) == bytes.count - position - 22
    { return position }
    return nil
  }

  private func longEnd(before end: Int) -> (count: Int, size: Int, offset: Int, limit: Int)? {
    let locator = end - 20
    guard bytes.whole(at: locator, bytes: 4) == Self.locatorMark,
      let position = bytes.whole(at: locator + 8, bytes: 8), position <= locator - 56,
      bytes.whole(at: position, bytes: 4) == Self.longEndMark,
      let count = bytes.whole(at: position + 32, bytes: 8),
      let size = bytes.whole(at: position + 40, bytes: 8),
      let offset = bytes.whole(at: position + 48, bytes: 8)
    else { return nil }
    return (count, size, offset, position)
  }

  /// The entry at a position, and where it ends.
  func entry(at position: Int) -> (member: ZipMember, end: Int)? {
    guard position <= bytes.count - 46,
      bytes.whole(at: position, bytes: 4) == Self.entryMark
    else { return nil }
    func whole(_ offset: Int, _ count: Int) -> Int {
      bytes.whole(at: position + offset, bytes: count)!
    }
    let nameEnd = position + 46 + whole(28, 2)
    let extraEnd = nameEnd + whole(30, 2)
    let end = extraEnd + whole(32, 2)
    guard end <= bytes.count else { return nil }
    var member = ZipMember(
      name: String(decoding: bytes[position + 46..<nameEnd], as: UTF8.self), flags: whole(8, 2),
      method: whole(10, 2), checksum: whole(16, 4), compressedSize: whole(20, 4),
      size: whole(24, 4), offset: whole(42, 4))
    guard
      replaceLongValues(
        of: &member.size, &member.compressedSize, &member.offset, from: nameEnd..<extraEnd)
    else { return nil }
    return (member, end)
  }

  /// Values of 64 bits stand in an extra field, those only that do not fit in 32, in this order.
  func replaceLongValues(
    of size: inout Int, _ compressedSize: inout Int, _ offset: inout Int, from extra: Range<Int>
  ) -> Bool {
    let isLong = [size, compressedSize, offset].contains(0xFFFF_FFFF)
    guard isLong else { return true }
    guard let (start, end) = longField(in: extra) else { return false }
    var position = start
    func next() -> Int? {
      guard position <= end - 8 else { return nil }
      defer { position += 8 }
      return bytes.whole(at: position, bytes: 8)
    }
    if size == 0xFFFF_FFFF {
      guard let value = next() else { return false }
      size = value
    }
    if compressedSize == 0xFFFF_FFFF {
      guard let value = next() else { return false }
      compressedSize = value
    }
    if offset == 0xFFFF_FFFF {
      guard let value = next() else { return false }
      offset = value
    }
    return true
  }

  /// The extra field of zip64, number 1.
  private func longField(in extra: Range<Int>) -> (start: Int, end: Int)? {
    var position = extra.lowerBound
    while position <= extra.upperBound - 4 {
      let end = position + 4 + bytes.whole(at: position + 2, bytes: 2)!
      guard end <= extra.upperBound else { return nil }
      if bytes.whole(at: position, bytes: 2) == 1 { return (position + 4, end) }
      position = end
    }
    return nil
  }
}
