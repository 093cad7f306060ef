// What is known of the terminal: its width, whether there is one, what the environment wishes.

enum Terminal {
  /// How many characters a line may have: COLUMNS, else the terminal's own width, else 80.
  static var width: Int {
    width(environment: environment("COLUMNS"), measured: measuredWidth(STDOUT_FILENO))
  }

  /// Between 60 and 200, so that the columns of the help keep room and lines stay readable.
  static func width(environment: String?, measured: Int?) -> Int {
    let asked = environment.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return min(max(asked ?? measured ?? 80, 60), 200)
  }

  static func measuredWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The rows and columns of the screen, as far as the terminal tells them.
  static func measuredSize(_ descriptor: Int32) -> (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return (24, 80) }
    return (size.ws_row > 0 ? Int(size.ws_row) : 24, size.ws_col > 0 ? Int(size.ws_col) : 80)
  }

  /// Whether the screen can be drawn on: a terminal of which nothing is known cannot.
  static var canDraw: Bool {
    guard let kind = environment("TERM") else { return false }
    return !kind.isEmpty && kind != "dumb"
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// A variable of the environment, where it is set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// Whether to print in colour.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// `auto` means: a terminal reads it, that is not a dumb one, and NO_COLOR is not set to
  /// anything. An explicit choice wins over the environment.
  func usesColor(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }
}
