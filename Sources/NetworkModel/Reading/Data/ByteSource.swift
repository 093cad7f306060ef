// Files, standard input and gzip: the one place where the reading of files meets the system.

import Foundation

/// Something to read bytes from, a piece at a time.
final class ByteSource {
  private let descriptor: Int32
  private let closesDescriptor: Bool
  private var decompressor: (process: Process, output: Pipe)?

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
  }

  deinit {
    stopDecompressor()
    if closesDescriptor { close(descriptor) }
  }

  /// The next bytes: `count` of them, or fewer at the end.
  func next(_ count: Int) throws(FileFailure) -> [UInt8] {
    let source = decompressor?.output.fileHandleForReading.fileDescriptor ?? descriptor
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 18))
    while result.count < count {
      let wanted = min(count - result.count, piece.count)
      let got = piece.withUnsafeMutableBytes {
        read(source, $0.baseAddress, wanted)
      }
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
  /// It is given the open file and not the path, which may begin with "-" or not end in ".gz"; it
  /// writes only as far as it is read.
  /// - Precondition: nothing has been read.
  func decompressIfNeeded() throws(FileFailure) {
    let mark = try next(2)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(errno) }
    guard mark == [0x1F, 0x8B] else { return }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc"]
    process.standardInput = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw .unreadable("it is compressed, and gzip cannot run") }
    decompressor = (process, output)
  }

  var isCompressed: Bool { decompressor != nil }

  /// The exit status of gzip once all it writes has been read; 0 for a plain file.
  func finish() -> Int32 {
    guard let (process, _) = decompressor else { return 0 }
    process.waitUntilExit()
    decompressor = nil
    return process.terminationStatus
  }

  private func stopDecompressor() {
    guard let (process, _) = decompressor else { return }
    // Not `terminate()`: a process inherits the signals that the thread which starts it holds back,
    // and threads of a pool hold back SIGTERM.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}
