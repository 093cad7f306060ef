// Files and standard input: where the reading of files meets the system.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Something to read bytes from, a piece at a time.
final class ByteSource {
  private let descriptor: Int32
  private let closesDescriptor: Bool
  /// How long the file says it is; 0 for a pipe or a device.
  private var size = 0
  private var decompressor: Decompressor?

  static var standardInput: ByteSource { ByteSource(descriptor: 0, closesDescriptor: false) }

  private init(descriptor: Int32, closesDescriptor: Bool) {
    self.descriptor = descriptor
    self.closesDescriptor = closesDescriptor
  }

  /// Opens a file, which may also be a pipe or a device.
  convenience init(path: String) throws(FileFailure) {
    // A C string ends at its first zero: "a\0b" would open "a".
    guard !path.utf8.contains(0) else { throw .notFound }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    self.init(descriptor: descriptor, closesDescriptor: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .directory }
    size = Int(status.st_size)
  }

  deinit {
    decompressor?.stop()
    if closesDescriptor { close(descriptor) }
  }

  /// The next bytes: `count` of them, or fewer at the end.
  func next(_ count: Int) throws(FileFailure) -> [UInt8] {
    let source = decompressor?.output ?? descriptor
    var result: [UInt8] = []
    // A file that grows meanwhile only makes the array grow, too.
    if !isCompressed { result.reserveCapacity(min(count, size + 1)) }
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while result.count < count {
      let wanted = min(count - result.count, piece.count)
      let got = piece.withUnsafeMutableBytes { read(source, $0.baseAddress, wanted) }
      if got == 0 { break }
      if got > 0 {
        result += piece[..<got]
      } else if errno != EINTR {
        throw Self.failure(errno)
      }
    }
    return result
  }

  /// Everything, unless it is longer than `limit`, as a device without an end is.
  func readAll(limit: Int) throws(FileFailure) -> [UInt8] {
    let bytes = try next(limit + 1)
    guard bytes.count <= limit else { throw .tooLong(limit: limit) }
    return bytes
  }

  private static func failure(_ number: Int32) -> FileFailure {
    switch number {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .directory
    default: .unreadable(String(cString: strerror(number)))
    }
  }
}

extension ByteSource {
  /// From here on, what the system's gzip makes of a file that begins as its files do.
  ///
  /// - Precondition: nothing has been read.
  func decompressIfNeeded() throws(FileFailure) {
    let mark = try next(2)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(errno) }
    if mark == [0x1F, 0x8B] { decompressor = try Decompressor(reading: descriptor) }
  }

  var isCompressed: Bool { decompressor != nil }

  /// The exit status of gzip once all it writes has been read; 0 for a plain file.
  func finish() -> Int32 {
    defer { decompressor = nil }
    return decompressor?.wait() ?? 0
  }
}
