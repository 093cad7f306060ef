// Zip files and arrays for the tests, written byte by byte, so that anything in them can be wrong.

/// A zip file of stored members.
struct ClaimArchive {
  var members: [(name: String, bytes: [UInt8])]

  init(_ members: [(String, [UInt8])]) { self.members = members }

  /// Changes what the directory, or a member's own header, says.
  struct Lies {
    var method = 0
    var flags = 0
    /// Added to the checksum, the size and the offset of the first member in the directory.
    var checksum = 0
    var size = 0
    var offset = 0
    var count = 0
    var directorySize = 0
    var ownName: String?
    /// Where the end of the directory stands in 64 bits; `nil` without.
    var longEnd: LongEnd?
  }

  /// The 64-bit end of a directory: beside the one of 32 bits, or in its place.
  struct LongEnd {
    var replaces = false
    /// Added to where the record is said to be, and to the number of members.
    var position = 0
    var count = 0
  }

  func bytes(_ lies: Lies = Lies()) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (n, member) in members.enumerated() {
      let isFirst = n == 0
      let offset = file.count + (isFirst ? lies.offset : 0)
      let size = member.bytes.count + (isFirst ? lies.size : 0)
      let checksum = crc32(member.bytes) + (isFirst ? lies.checksum : 0)
      let name = Array(member.name.utf8)
      let own = isFirst ? lies.ownName.map { Array($0.utf8) } ?? name : name
      let common =
        whole(20, 2) + whole(lies.flags, 2) + whole(lies.method, 2) + whole(0, 4)
        + whole(checksum, 4) + whole(size, 4) + whole(size, 4)
      file += [0x50, 0x4B, 3, 4] + common + whole(own.count, 2) + whole(0, 2) + own + member.bytes
      directory +=
        [0x50, 0x4B, 1, 2] + whole(20, 2) + common + whole(name.count, 2) + whole(0, 2)
        + whole(0, 2) + whole(0, 2) + whole(0, 2) + whole(0, 4) + whole(offset, 4) + name
    }
    let count = members.count + lies.count
    let size = directory.count + lies.directorySize
    var long: [UInt8] = []
    if let end = lies.longEnd {
      long = [0x50, 0x4B, 6, 6] + whole(44, 8) + whole(45, 2) + whole(45, 2) + whole(0, 8)
      long += whole(count + end.count, 8) + whole(count + end.count, 8)
      long += whole(size, 8) + whole(file.count, 8)
      long += [0x50, 0x4B, 6, 7] + whole(0, 4)
      long += whole(file.count + directory.count + end.position, 8) + whole(1, 4)
    }
    let isElsewhere = lies.longEnd?.replaces == true
    func short(_ number: Int, _ length: Int) -> [UInt8] {
      isElsewhere ? [UInt8](repeating: 0xFF, count: length) : whole(number, length)
    }
    return file + directory + long + [0x50, 0x4B, 5, 6] + whole(0, 4) + short(count, 2)
      + short(count, 2) + short(size, 4) + short(file.count, 4) + whole(0, 2)
  }

  private func whole(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func crc32(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}

/// An array in NumPy's format, its header written as it is given.
func arrayBytes(
  header: String, numbers: [Double] = [], version: [UInt8] = [1, 0], length: Int? = nil
) -> [UInt8] {
  let size = length ?? header.utf8.count
  let width = version[0] == 1 ? 2 : 4
  return [0x93] + Array("NUMPY".utf8) + version
    + (0..<width).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + Array(header.utf8)
    + numbers.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt64($0))) }
    }
}

/// An array of doubles.
func arrayBytes(_ shape: [Int], _ numbers: [Double]) -> [UInt8] {
  let dimensions = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
  return arrayBytes(
    header: "{'descr': '<f8', 'fortran_order': False, 'shape': (\(dimensions)), }\n",
    numbers: numbers)
}

/// W2, b2, W3, b3 of 2-3-1 in archives; some of them replaced, or left out.
func archive(_ changes: KeyValuePairs<String, [UInt8]?> = [:]) -> ClaimArchive {
  var members = [("W2", [3, 2]), ("b2", [3]), ("W3", [1, 3]), ("b3", [1])].map { name, shape in
    (name + ".npy", arrayBytes(shape, [Double](repeating: 0.3, count: shape.reduce(1, *))))
  }
  for (name, bytes) in changes {
    let index = members.firstIndex { $0.0 == name + ".npy" }
    switch (index, bytes) {
    case (let n?, let bytes?): members[n].1 = bytes
    case (let n?, nil): members.remove(at: n)
    case (nil, let bytes?): members.append((name + ".npy", bytes))
    case (nil, nil): break
    }
  }
  return ClaimArchive(members)
}
