// The terminal while keys are read one by one: it is left as it was found, whatever happens.

import Nabla

/// The terminal with its screen to ourselves and no line to edit.
///
/// Everything that a signal handler touches is plain memory and calls that handlers may make: at an
/// interrupt the terminal is restored at once, even while the main program waits for it.
enum RawTerminal {
  nonisolated(unsafe) private static var found = termios()
  nonisolated(unsafe) private static var isOn = false
  /// A signal that came is a byte in this pipe, so that waiting for keys ends.
  nonisolated(unsafe) private static var pipe: (end: Int32, mouth: Int32) = (-1, -1)

  /// A screen of its own, no cursor; and back to the other one.
  private static let opening: StaticString = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
  private static let closing: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the terminal over.
  ///
  /// - Returns: whether that was possible.
  static func begin() -> Bool {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0, openPipe() else { return false }
    found = modes
    handleSignals()
    take()
    return true
  }

  /// Gives it back.
  static func end() {
    guard isOn else { return }
    restore()
    isOn = false
    for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH] {
      signal(number, SIG_DFL)
    }
    Signals.prepare()
    close(pipe.end)
    close(pipe.mouth)
  }

  /// Shows the other screen while something is printed there.
  static func withOtherScreen<Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    put(closing)
    defer { put(opening) }
    return try body()
  }

  // MARK: - Modes

  private static func take() {
    isOn = true
    var modes = found
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    // Ctrl-S would hold the screen up for good. Keys stay what they are; Ctrl-C stays a signal.
    modes.c_iflag &= ~tcflag_t(IXON | ISTRIP | INLCR | IGNCR)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    put(opening)
  }

  private static func restore() {
    var modes = found
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    put(closing)
  }

  /// Without a string being made; a terminal that takes nothing is not waited for.
  private static func put(_ codes: StaticString) {
    var rest = UnsafeRawBufferPointer(start: codes.utf8Start, count: codes.utf8CodeUnitCount)[...]
    for _ in 0..<8 where !rest.isEmpty {
      var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
      let ready = poll(&request, 1, 200)
      if ready < 0, errno == EINTR { continue }
      guard ready == 1 else { return }
      let count = Descriptor(number: STDOUT_FILENO).writeOnce(
        UnsafeRawBufferPointer(rebasing: rest))
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  // MARK: - Signals

  private static func handleSignals() {
    signal(SIGINT) { _ in
      RawTerminal.restore()
      _exit(130)
    }
    for number in [SIGTERM, SIGHUP, SIGQUIT] {
      signal(number) { number in
        RawTerminal.restore()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    signal(SIGTSTP) { _ in RawTerminal.pause() }
    signal(SIGCONT) { _ in
      RawTerminal.take()
      RawTerminal.wake()
    }
    signal(SIGWINCH) { _ in RawTerminal.wake() }
    // Whoever starts programs from a worker thread may hand down a mask in which they are blocked.
    var handled = sigset_t()
    sigemptyset(&handled)
    for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH] {
      sigaddset(&handled, number)
    }
    sigprocmask(SIG_UNBLOCK, &handled, nil)
  }

  /// Stops, as Ctrl-Z asks for, with the terminal as it was; goes on where it is continued.
  private static func pause() {
    restore()
    signal(SIGCONT, SIG_DFL)
    signal(SIGTSTP, SIG_DFL)
    var own = sigset_t()
    sigemptyset(&own)
    sigaddset(&own, SIGTSTP)
    raise(SIGTSTP)
    sigprocmask(SIG_UNBLOCK, &own, nil)
    // Here it is continued. Meanwhile somebody may have changed the terminal's modes.
    var modes = termios()
    if tcgetattr(STDIN_FILENO, &modes) == 0 { found = modes }
    handleSignals()
    take()
    wake()
  }

  /// What was interrupted still reads its own error number.
  private static func wake() {
    var byte: UInt8 = 0
    _ = systemWrite(pipe.mouth, &byte, 1)
    errno = EINTR
  }

  private static func openPipe() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    pipe = (ends[0], ends[1])
    return true
  }
}

// MARK: - Reading

extension RawTerminal {
  /// What came.
  enum Event {
    case bytes([UInt8])
    /// Nothing for so long.
    case silence
    /// The terminal has another size, or everything is to be drawn again.
    case change
    case end
  }

  /// Waits for keys, a change, or so many milliseconds.
  static func wait(milliseconds: Int?) -> Event {
    var requests = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.end, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&requests, 2, Int32(milliseconds ?? -1))
    if count == 0 { return .silence }
    if count < 0 { return errno == EINTR ? .change : .end }
    var buffer = [UInt8](repeating: 0, count: 1024)
    if requests[1].revents != 0 {
      while read(pipe.end, &buffer, buffer.count) > 0 {}
      return .change
    }
    let length = read(STDIN_FILENO, &buffer, buffer.count)
    if length > 0 { return .bytes(Array(buffer[..<length])) }
    if length < 0, errno == EINTR || errno == EAGAIN { return .change }
    return .end
  }
}
