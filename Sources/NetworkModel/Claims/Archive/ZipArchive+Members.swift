// Members of a zip file: where they lie, and whether their headers agree with the directory.

extension ZipArchive {
  /// Where a member lies with its header, and where what it holds.
  func extent(
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
