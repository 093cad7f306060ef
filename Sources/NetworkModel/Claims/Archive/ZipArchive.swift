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

  /// Whether a file begins as a zip file does: with a member, or with the end of an empty directory.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: mark) || bytes.whole(at: 0, bytes: 4) == endMark
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
