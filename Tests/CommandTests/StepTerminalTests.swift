// `nabla step` on a real terminal: every key, every command, every way to end.

import Foundation
import Stepping
import Testing

@testable import NablaCommand

@Suite("Stepping on a terminal", .serialized)
struct StepTerminalTests {
  static let opened = "line 1 of 17"

  func start(
    _ arguments: [String] = ["log-loss", "softmax"], rows: UInt16 = 24, columns: UInt16 = 80
  ) throws -> StepTerminal {
    let terminal = try StepTerminal(arguments, rows: rows, columns: columns)
    try terminal.waitFor(Self.opened)
    return terminal
  }

  @Test("Every key of the table does what the help says")
  func keys() throws {
    let terminal = try start(rows: 60)
    let steps: [(keys: String, seen: String)] = [
      ("n", "line 2 of 17"), (" ", "line 3 of 17"), ("\r", "line 4 of 17"), ("b", "line 3 of 17"),
      ("p", "line 2 of 17"), ("\u{1B}[C", "line 3 of 17"), ("\u{1B}[D", "line 2 of 17"),
      ("\u{1B}[B", "line 3 of 17"), ("\u{1B}[A", "line 2 of 17"), ("\u{1B}[6~", "line 3 of 17"),
      ("\u{1B}[5~", "line 2 of 17"), ("\u{1B}[F", "line 17 of 17"), ("\u{1B}[H", "line 1 of 17"),
      ("G", "line 17 of 17"), ("^", "line 1 of 17"), ("$", "line 17 of 17"), ("5g", "line 5 of 17"),
      ("i", "line 5a, on the way to line 5"), ("o", "line 5 of 17"),
      ("s", "line 5a, on the way to line 5"), ("u", "line 5 of 17"),
      ("g6b\r", "line 6b, on the way to line 6"), ("g15\r", "line 15 of 17"),
      ("w", "Why: use of an assumption"), ("c", "So there the line does not hold."),
      ("8gm", "one factor too many is cancelled"), ("h", "Hint 1 of 3, for line 9"),
      ("h", "Hint 2 of 3, for line 9"), ("h", "The next line"),
      ("v", "(1 of 5)"), ("r", "(2 of 5)"), ("v", "Numbers are off."), ("v", "(2 of 5)"),
      ("d", "There is no picture of line 8."), ("a", "Line 8 is shown already."),
      ("/sift\r", "line 13 of 17"), ("N", "The search went on from the first line."),
      ("?", "Keys and words"), ("\u{1B}", "line 5e"), ("\u{7F}", "line 5d"),
      ("3n", "line 6 of 17"), ("z", "The key 'z' does nothing."), (":", " : "),
      ("wh", " : wh"), ("\u{7F}", " : w"), ("\r", "Why: take out the common factor"),
      ("\u{1B}[15~", "This key does nothing."), ("\u{C}", "line 6 of 17"),
    ]
    for (keys, seen) in steps {
      terminal.press(keys)
      try terminal.waitFor(seen)
    }
    terminal.press("q")
    #expect(Ending(try terminal.end()) == .exit(0))
    terminal.expectRestored()
  }

  @Test("Every command of the table can be typed behind a colon")
  func commands() throws {
    let terminal = try start(rows: 60)
    let steps: [(line: String, seen: String)] = [
      ("next", "line 2 of 17"), ("back", "line 1 of 17"), ("next 4", "line 5 of 17"),
      ("into", "line 5a, on"), ("out", "line 5 of 17"), ("goto 15", "line 15 of 17"),
      ("why", "Why: use of an assumption"), ("conditions", "So there the line"),
      ("first", "line 1 of 17"), ("last", "line 17 of 17"), ("find cancel", "line 6h"),
      ("again", "line 8 of 17"), ("mistake", "one factor too many"), ("hint", "Hint 1 of 3"),
      ("values", "(1 of 5)"), ("other 4", "(4 of 5)"), ("picture", "There is no picture"),
      ("show", "shown already"), ("help", "Keys and words"), ("f", "could be: find, first"),
      ("nxt", "Did you mean next?"),
    ]
    for (line, seen) in steps {
      terminal.press(":" + line + "\r")
      try terminal.waitFor(seen)
    }
    let typed = Set(steps.map { $0.line.prefix { $0 != " " } })
    terminal.press(":print\r")
    try terminal.wait("everything") { $0.text.contains("Any key goes back to the stepper.") }
    #expect(terminal.text.contains("─── line 17 ─"))
    terminal.press("x")
    try terminal.waitFor("line 8 of 17")
    terminal.press(":quit\r")
    #expect(Ending(try terminal.end()) == .exit(0))
    terminal.expectRestored()
    // Whoever adds a command adds it here.
    let all = Set(Stepper.words.map { Substring($0.word) })
    #expect(all.subtracting(typed) == ["print", "quit"])
  }

  @Test("P prints everything into a file, and says where it cannot")
  func printing() throws {
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("walk.txt").path
      let terminal = try start(columns: 200)
      terminal.press("P\(file)\r")
      try terminal.waitFor("Everything is in")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text == (try Nabla.run("step", "log-loss", "softmax").output))
      terminal.press("P\(directory.path)/none/walk.txt\r")
      try terminal.waitFor("No such file or directory")
      terminal.press("q")
      #expect(Ending(try terminal.end()) == .exit(0))
      terminal.expectRestored()
    }
  }

  @Test("A terminal that changes its size is drawn again, from tiny to huge")
  func resizing() throws {
    let terminal = try start()
    terminal.press("8g")
    try terminal.waitFor("line 8 of 17")
    for (rows, columns) in [(30, 60), (10, 200), (1, 1), (2, 20), (5, 40), (60, 120), (24, 80)] {
      terminal.resize(rows: UInt16(rows), columns: UInt16(columns))
      try terminal.wait("\(rows) × \(columns)") { terminal in
        terminal.rows.count == rows && terminal.rows.allSatisfy { $0.count <= columns }
          && (columns < 60 || terminal.rows.contains { $0.count == columns })
      }
    }
    try terminal.waitFor("line 8 of 17")
    terminal.press("q")
    #expect(Ending(try terminal.end()) == .exit(0))
    terminal.expectRestored()
  }

  @Test("Keys in pieces, letters in pieces, garbage and pasted text")
  func pieces() throws {
    let terminal = try start()
    for byte in "\u{1B}[F".utf8 {
      terminal.press([byte])
      usleep(5000)
    }
    try terminal.waitFor("line 17 of 17")
    terminal.press("/")
    for byte in "δ_k".utf8 {
      terminal.press([byte])
      usleep(5000)
    }
    try terminal.waitFor("Find: δ_k")
    terminal.press("\r")
    try terminal.waitFor("line 3 of 17")
    terminal.press([0xFF, 0xC3, 0x28, 0x1B, 0x5B, 0x39, 0x39, 0x39, 0x07, 0x80, 0x00, 0x1B, 0x5B])
    terminal.press("\u{1B}[200~nothing to see here\r\n/\u{1B}[201~\r")
    terminal.press("\u{1B}\u{1B}")
    terminal.press("G")
    try terminal.waitFor("line 17 of 17")
    terminal.press("q")
    #expect(Ending(try terminal.end()) == .exit(0))
    terminal.expectRestored()
  }

  @Test(
    "Ctrl-C, Ctrl-D, Ctrl-\\ and signals leave the terminal as it was",
    arguments: [
      ("\u{3}", nil, .exit(130)), ("\u{4}", nil, .exit(0)), ("\u{1C}", nil, .signal(SIGQUIT)),
      ("", SIGINT, .exit(130)), ("", SIGTERM, .signal(SIGTERM)), ("", SIGHUP, .signal(SIGHUP)),
      ("/half", SIGTERM, .signal(SIGTERM)), (":half\u{3}", nil, .exit(130)),
    ] as [(String, Int32?, Ending)])
  func endings(_ keys: String, _ signal: Int32?, _ ending: Ending) throws {
    let terminal = try start()
    terminal.press(keys)
    if keys == "/half" { try terminal.waitFor("Find: half") }
    if let signal { terminal.signal(signal) }
    #expect(Ending(try terminal.end()) == ending)
    terminal.expectRestored()
  }

  @Test("Whoever closes the terminal ends it")
  func hangUp() throws {
    let terminal = try start()
    terminal.hangUp()
    #expect(Ending(try terminal.end()) == .signal(SIGHUP))
  }

  @Test("Continued after a stop, it takes the screen again and draws")
  func continued() throws {
    let terminal = try start()
    terminal.press("n")
    try terminal.waitFor("line 2 of 17")
    terminal.signal(SIGSTOP)
    let before = terminal.shown.count
    terminal.signal(SIGCONT)
    try terminal.wait("another screen") { $0.shown.count > before }
    try terminal.waitFor("line 2 of 17")
    terminal.press("q")
    #expect(Ending(try terminal.end()) == .exit(0))
    #expect(terminal.modes.bytes == terminal.found.bytes)
  }

  @Test(
    "Ctrl-Z gives the terminal back to the shell, and fg takes it again",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func suspended() throws {
    let terminal = try StepTerminal(
      ["--norc", "--noprofile", "-i"], program: "/bin/bash",
      environment: ["TERM": "xterm", "NO_COLOR": "1", "PS1": "ready> "])
    try terminal.wait("a shell") { $0.text.contains("ready> ") }
    terminal.press("'\(Nabla.executable.path)' step log-loss softmax\r")
    try terminal.waitFor(Self.opened)
    terminal.press("n")
    try terminal.waitFor("line 2 of 17")
    terminal.press("\u{1A}")
    try terminal.wait("the shell") { $0.text.contains("Stopped") }
    let parts = terminal.text.components(separatedBy: StepTerminal.opening)
    #expect(parts.last?.contains(StepTerminal.closing) == true)
    #expect(parts.last?.contains("\u{1B}[?25h") == true)
    terminal.press("fg\r")
    try terminal.wait("the stepper") {
      $0.text.components(separatedBy: StepTerminal.opening).count == parts.count + 1
    }
    try terminal.waitFor("line 2 of 17")
    terminal.press("nq")
    try terminal.wait("the shell again") {
      $0.text.components(separatedBy: StepTerminal.closing).count == parts.count + 1
    }
    terminal.press("echo status:$?\r")
    try terminal.wait("the status") { $0.text.contains("status:0") }
    terminal.press("exit\r")
    _ = try terminal.end()
    terminal.expectRestored()
  }
}
