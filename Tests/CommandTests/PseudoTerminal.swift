// A terminal that nobody sits at, for what the command does only on terminals.

import Foundation
import Testing

struct PseudoTerminal {
  /// The end that shows what is written, and where keys are pressed.
  let screen: Int32
  /// The end that programs write to.
  let end: Int32
  /// Where `end` is, for a program that opens it itself.
  let path: String

  init(columns: UInt16) throws {
    #if canImport(Darwin)
      screen = posix_openpt(O_RDWR | O_NOCTTY)
      _ = fcntl(screen, F_SETFD, FD_CLOEXEC)
      try #require(screen >= 0 && grantpt(screen) == 0 && unlockpt(screen) == 0)
      path = String(cString: ptsname(screen))
    #else
      // Glibc shows posix_openpt to nobody who has not asked for it before its first header.
      screen = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      let (numberOfTerminal, lockOfTerminal): (UInt, UInt) = (0x8004_5430, 0x4004_5431)
      var (number, lock): (CInt, CInt) = (0, 0)
      try #require(screen >= 0 && ioctl(screen, lockOfTerminal, &lock) == 0)
      try #require(ioctl(screen, numberOfTerminal, &number) == 0)
      path = "/dev/pts/\(number)"
    #endif
    // Programs that are started meanwhile would keep the terminal open, but for O_CLOEXEC.
    end = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize()
    size.ws_row = 24
    size.ws_col = columns
    try #require(end >= 0 && ioctl(end, UInt(TIOCSWINSZ), &size) == 0)
  }

  /// Leaves it to the programs that still write to it, and says what was shown when the last has ended.
  func finish() -> String {
    close(end)
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(screen, &buffer, buffer.count)
      if count <= 0 { break }
      shown += buffer[..<count]
    }
    close(screen)
    return String(decoding: shown, as: UTF8.self)
  }
}
