// Zip files whose members are stored as they are: what `np.savez` writes.
//
// PKWARE, ".ZIP File Format Specification" (APPNOTE.TXT) 6.3.10: 4.3.7 local headers, 4.3.12 the
// directory, 4.3.14–4.3.16 its end, 4.5.3 sizes of 64 bits.

/// A zip file: its directory, checked against the headers of its members.
struct ZipArchive {
  static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The marks of a directory entry, of the directory's end, and of the two records of zip64.
  static let entryMark = 0x0201_4B50
  static let endMark = 0x0605_4B50
  static let longEndMark = 0x0606_4B50
  static let locatorMark = 0x0706_4B50

  let bytes: [UInt8]
  /// In the order of the directory.
  private(set) var members: [ZipMember] = []

  init(_ bytes: [UInt8]) throws(ArchiveProblem) {
    self.bytes = bytes
    let directory = try directory()
    var position = directory.range.lowerBound
    for _ in 0..<directory.count {
      guard let (member, end) = entry(at: position), end <= directory.range.upperBound else {
        throw .directory
      }
      members.append(member)
      position = end
    }
    guard position == directory.range.upperBound else { throw .directory }
  }

  /// The bytes of every member, none of which overlap, in the order of the directory.
  func contents() throws(ArchiveProblem) -> [(name: String, bytes: ArraySlice<UInt8>)] {
    var ranges: [(range: Range<Int>, name: String)] = []
    var result: [(String, ArraySlice<UInt8>)] = []
    for member in members {
      let (whole, content) = try extent(of: member)
      ranges.append((whole, member.name))
      result.append((member.name, bytes[content]))
    }
    ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (first, second) in zip(ranges, ranges.dropFirst())
    where first.range.upperBound > second.range.lowerBound {
      throw .overlap(first.name, second.name)
    }
    for (member, content) in zip(members, result)
    where CRC32.checksum(content.1) != UInt32(truncatingIfNeeded: member.checksum) {
      throw .checksum(member.name)
    }
    return result
  }
}

/// A member as the directory has it.
struct ZipMember {
  let name: String
  let flags: Int
  let method: Int
  let checksum: Int
  var compressedSize: Int
  var size: Int
  /// Where its own header is.
  var offset: Int
}

// MARK: - The directory

extension ZipArchive {
  private struct Directory {
    let range: Range<Int>
    let count: Int
  }

  private func directory() throws(ArchiveProblem) -> Directory {
    guard let end = endPosition() else { throw .noDirectory }
    var count = bytes.whole(at: end + 10, bytes: 2)!
    var size = bytes.whole(at: end + 12, bytes: 4)!
    var offset = bytes.whole(at: end + 16, bytes: 4)!
    var limit = end
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
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
  private func entry(at position: Int) -> (member: ZipMember, end: Int)? {
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
  private func replaceLongValues(
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

// MARK: - Members

extension ZipArchive {
  /// Where a member lies with its header, and where what it holds.
  private func extent(
    of member: ZipMember
  ) throws(ArchiveProblem) -> (whole: Range<Int>, content: Range<Int>) {
    guard member.flags & 1 == 0 else { throw .encrypted(member.name) }
    guard member.method == 0 else { throw .compressed(member.name) }
    let start = member.offset
    guard member.size == member.compressedSize, start <= bytes.count - 30,
      bytes.starts(with: Self.mark, at: start)
    else { throw .header(member.name) }
    let nameEnd = start + 30 + bytes.whole(at: start + 26, bytes: 2)!
    let content = nameEnd + bytes.whole(at: start + 28, bytes: 2)!
    guard content <= bytes.count, member.size <= bytes.count - content,
      bytes[start + 30..<nameEnd].elementsEqual(member.name.utf8),
      agrees(member, headerAt: start, extra: nameEnd..<content)
    else { throw .header(member.name) }
    return (start..<content + member.size, content..<content + member.size)
  }

  /// Whether a member's own header says what the directory says; with flag 8, sizes and checksum
  /// stand behind the content, and its header has zeros.
  private func agrees(_ member: ZipMember, headerAt start: Int, extra: Range<Int>) -> Bool {
    guard bytes.whole(at: start + 8, bytes: 2) == member.method else { return false }
    let checksum = bytes.whole(at: start + 14, bytes: 4)!
    var compressedSize = bytes.whole(at: start + 18, bytes: 4)!
    var size = bytes.whole(at: start + 22, bytes: 4)!
    var offset = 0
    guard replaceLongValues(of: &size, &compressedSize, &offset, from: extra) else { return false }
    let isDeferred = member.flags & 8 != 0
    func agree(_ own: Int, _ listed: Int) -> Bool { own == listed || isDeferred && own == 0 }
    return agree(checksum, member.checksum) && agree(compressedSize, member.compressedSize)
      && agree(size, member.size)
  }
}

extension [UInt8] {
  fileprivate func starts(with mark: [UInt8], at position: Int) -> Bool {
    position >= 0 && position <= count - mark.count
      && self[position..<position + mark.count].elementsEqual(mark)
  }
}
