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
    return file + directory + [0x50, 0x4B, 5, 6] + whole(0, 4) + whole(count, 2) + whole(count, 2)
      + whole(directory.count + lies.directorySize, 4) + whole(file.count, 4) + whole(0, 2)
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
