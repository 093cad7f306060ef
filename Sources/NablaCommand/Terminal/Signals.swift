// What the command does when it is interrupted.

enum Signals {
  /// Whether a line on standard error is to be erased before the end. Read by a signal handler, which
  /// may use nothing but plain memory.
  nonisolated(unsafe) static var lineIsInUse = false

  /// While files are moved to their places, the signal that came meanwhile; a negative number where none
  /// may end the command yet.
  nonisolated(unsafe) private static var held: Int32 = 0

  /// Does something that no interrupt may leave half done; what came meanwhile takes effect then.
  static func withheld<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    held = -1
    for number in [SIGTERM, SIGHUP] { signal(number) { Signals.held = $0 } }
    defer {
      let came = held
      held = 0
      for number in [SIGTERM, SIGHUP] { settle(number) }
      if came > 0 { raise(came) }
    }
    return try body()
  }

  /// Whether an interrupt is only noted, for work that ends at a good place; the second one ends the
  /// command in any case.
  nonisolated(unsafe) private static var isPatient = false
  nonisolated(unsafe) private static var wasAsked = false

  /// Whether patient work shall end now.
  static var isAskedToEnd: Bool { wasAsked }

  /// Does something that looks from time to time at `isAskedToEnd`, which an interrupt or a polite
  /// request to terminate sets.
  static func patiently<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    isPatient = true
    wasAsked = false
    for number in [SIGTERM, SIGHUP] { settle(number) }
    defer {
      isPatient = false
      for number in [SIGTERM, SIGHUP] { settle(number) }
    }
    return try body()
  }

  /// What a request to terminate does while no files are being moved.
  private static func settle(_ number: Int32) {
    if isPatient { signal(number) { Signals.note($0) } } else { signal(number, SIG_DFL) }
  }

  private static func note(_ number: Int32) {
    if wasAsked { _exit(128 + number) }
    wasAsked = true
  }

  /// An interrupt ends the command with status 130 and leaves the terminal as it was. A pipe that
  /// nobody reads any more is an error of the write, which the console understands.
  ///
  /// The handlers are functions and not SIG_IGN: programs that this one starts would inherit that.
  static func prepare() {
    lineIsInUse = false
    signal(SIGPIPE) { _ in }
    signal(SIGINT) { number in
      if Signals.held != 0 {
        Signals.held = number
        return
      }
      if Signals.isPatient && !Signals.wasAsked { return Signals.note(number) }
      if Signals.lineIsInUse { Signals.eraseLine() }
      _exit(130)
    }
    // Whoever starts programs from a worker thread may hand down a mask in which they are blocked.
    var requests = sigset_t()
    sigemptyset(&requests)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&requests, number) }
    sigprocmask(SIG_UNBLOCK, &requests, nil)
  }

  /// Erases the line that the cursor is in, on standard error, without a string being made.
  private static func eraseLine() {
    let codes: StaticString = "\r\u{1B}[K"
    _ = Descriptor(number: STDERR_FILENO).writeOnce(
      UnsafeRawBufferPointer(start: codes.utf8Start, count: codes.utf8CodeUnitCount))
  }
}
