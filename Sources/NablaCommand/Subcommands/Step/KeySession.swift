// Stepping by single keys, on a screen of its own.

import Nabla

/// Draws, waits for keys, and draws again.
struct KeySession {
  var stepper: Stepper
  let console: Console
  private var decoder = KeyDecoder()

  init(stepper: Stepper, console: Console) {
    self.stepper = stepper
    self.console = console
  }

  /// Goes on until somebody leaves or no more keys can come.
  mutating func run() throws(Failure) {
    while true {
      try draw()
      var keys: [Key] = []
      switch RawTerminal.wait(milliseconds: decoder.patience) {
      case .bytes(let bytes): keys = decoder.keys(from: bytes)
      case .silence: keys = decoder.flush()
      case .change: break
      case .end: return
      }
      for key in keys {
        switch stepper.type(key, in: window) {
        case .none: break
        case .quit: return
        case .print(let path?): stepper.say(PrintedWalk(stepper.walk, console).save(path))
        case .print(nil): try printAll()
        }
      }
    }
  }

  /// The terminal as large as it is now.
  private var window: Window {
    let size = Terminal.measuredSize(STDOUT_FILENO)
    let style = console.textStyle
    // COLUMNS may ask for less; a terminal that has changed its size knows better than it.
    let asked = Terminal.environment("COLUMNS").flatMap { Int($0) } ?? size.columns
    let columns = asked > 0 ? min(asked, size.columns) : size.columns
    return Window(
      columns: columns, rows: size.rows,
      style: TextStyle(
        width: columns, isColored: style.isColored, charset: style.charset))
  }

  private func draw() throws(Failure) {
    let screen = stepper.screen(in: window)
    var text = "\u{1B}[?25l\u{1B}[H"
    // Each line is emptied before it is written: behind one that fills it the cursor is still in it.
    for (row, line) in screen.lines.enumerated() { text += "\u{1B}[\(row + 1);1H\u{1B}[2K" + line }
    if let cursor = screen.cursor {
      text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    try console.write(text)
  }

  /// Prints everything where it stays when the stepper is left, and waits for a key.
  private func printAll() throws(Failure) {
    try RawTerminal.withOtherScreen { () throws(Failure) in
      try console.write(stepper.walk.text(style: console.textStyle))
      try console.write("\nAny key goes back to the stepper. ")
      while case .change = RawTerminal.wait(milliseconds: nil) {}
      try console.write("\n")
    }
  }
}
