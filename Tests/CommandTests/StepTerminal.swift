// The stepper on a terminal of its own, driven key by key: what it shows, and what it leaves behind.

import Foundation
import Testing

/// `nabla step` as a process that leads a session, so that Ctrl-C is a signal to it.
final class StepTerminal {
  private let terminal: PseudoTerminal
  private let process: pid_t
  private(set) var shown: [UInt8] = []
  private var status: Int32?
  /// The terminal's modes before the program started.
  let found: termios

  /// The codes that take the screen over and give it back.
  static let opening = "\u{1B}[?1049h"
  static let closing = "\u{1B}[?1049l"

  /// - Parameter program: what is started; the stepper where nothing is given.
  init(
    _ arguments: [String], rows: UInt16 = 24, columns: UInt16 = 80, program: String? = nil,
    environment: [String: String] = ["TERM": "xterm", "NO_COLOR": "1"]
  ) throws {
    terminal = try PseudoTerminal(columns: columns)
    Self.resize(terminal.end, rows, columns)
    found = Self.modes(terminal.end)
    let path = program ?? Nabla.executable.path
    let words = program == nil ? ["nabla", "step"] + arguments : [path] + arguments
    process = try Self.spawn(path, words, environment, on: terminal.path)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal.end)
    close(terminal.screen)
  }

  private static func spawn(
    _ path: String, _ words: [String], _ environment: [String: String], on terminal: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession: Int16 = 0x0400
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let newSession: Int16 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawnattr_setflags(&attributes, newSession)
    // The first terminal that the leader of a session opens is the one that it belongs to.
    for descriptor in [Int32](0...2) {
      posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let error = posix_spawn(&process, path, &actions, &attributes, &arguments, &variables)
    try #require(error == 0, "\(path): \(String(cString: strerror(error)))")
    return process
  }

  // MARK: - Keys

  func press(_ keys: String) { press(Array(keys.utf8)) }

  func press(_ bytes: [UInt8]) { _ = write(terminal.screen, bytes, bytes.count) }

  /// Another size; the terminal tells its programs.
  func resize(rows: UInt16, columns: UInt16) { Self.resize(terminal.screen, rows, columns) }

  func signal(_ number: Int32) { kill(process, number) }

  /// Nobody sits there any more.
  func hangUp() { close(dup2(open("/dev/null", O_RDWR), terminal.screen)) }

  private static func resize(_ descriptor: Int32, _ rows: UInt16, _ columns: UInt16) {
    var size = winsize()
    size.ws_row = rows
    size.ws_col = columns
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  // MARK: - What is seen

  /// The screen as it was drawn last, row by row; without a screen all that was written.
  var rows: [String] {
    let text = String(decoding: shown, as: UTF8.self)
    let drawn = text.components(separatedBy: "\u{1B}[H").last ?? ""
    guard drawn.contains("\u{1B}[1;1H") else {
      return drawn.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { String($0) }
    }
    return drawn.split(separator: /\u{1B}\[\d+;1H/, omittingEmptySubsequences: false).dropFirst()
      .map { String($0).replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "") }
  }

  var text: String { String(decoding: shown, as: UTF8.self) }

  /// Waits until the screen is as it should be.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until test: (StepTerminal) -> Bool
  ) throws {
    let end = Date() + 20
    while Date() < end {
      read()
      if test(self) { return }
      usleep(2000)
    }
    let screen = rows.joined(separator: "\n")
    try #require(Bool(false), "never seen: \(what)\n\(screen)", sourceLocation: sourceLocation)
  }

  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(text, sourceLocation: sourceLocation) { terminal in
      terminal.rows.contains { $0.contains(text) }
    }
  }

  /// Reads what there is to read, without waiting.
  private func read() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    var request = pollfd(fd: terminal.screen, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) == 1, request.revents & Int16(POLLIN) != 0 {
      let count = Foundation.read(terminal.screen, &buffer, buffer.count)
      if count <= 0 { return }
      shown += buffer[..<count]
    }
  }

  // MARK: - What is left

  /// The status that `waitpid` tells when the process has ended.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    if let status { return status }
    var status: Int32 = 0
    try wait("the end", sourceLocation: sourceLocation) { _ in
      waitpid(process, &status, WNOHANG) == process
    }
    read()
    self.status = status
    return status
  }

  var modes: termios { Self.modes(terminal.end) }

  private static func modes(_ descriptor: Int32) -> termios {
    var modes = termios()
    #expect(tcgetattr(descriptor, &modes) == 0)
    return modes
  }

  /// Whether everything is as it was found: modes, cursor, screen.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(modes.bytes == found.bytes, "modes", sourceLocation: sourceLocation)
    let text = text
    let opened = text.components(separatedBy: Self.opening).count - 1
    let closed = text.components(separatedBy: Self.closing).count - 1
    #expect(opened > 0 && opened == closed, "screens", sourceLocation: sourceLocation)
    let last = text.components(separatedBy: Self.opening).last ?? ""
    #expect(last.contains(Self.closing), "screen", sourceLocation: sourceLocation)
    let (shownAt, hiddenAt) = (
      text.range(of: "\u{1B}[?25h", options: .backwards)?.lowerBound,
      text.range(of: "\u{1B}[?25l", options: .backwards)?.lowerBound
    )
    if let shownAt, let hiddenAt {
      #expect(shownAt > hiddenAt, "cursor", sourceLocation: sourceLocation)
    } else {
      Issue.record("the cursor was never hidden and shown", sourceLocation: sourceLocation)
    }
  }
}

extension termios {
  /// All of it, to be compared.
  var bytes: [UInt8] {
    var copy = self
    return withUnsafeBytes(of: &copy) { Array($0) }
  }
}

/// What `waitpid` says: an exit status, or the number of a signal.
enum Ending: Equatable {
  case exit(Int32), signal(Int32)

  init(_ status: Int32) {
    self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}
