// Stepping by words: a line in, an answer out, on any terminal.

import Nabla

/// A conversation in lines.
struct WordSession {
  var stepper: Stepper
  let console: Console

  mutating func run() throws(Failure) {
    try console.write(stepper.greeting(console.textStyle) + stepper.answer(console.textStyle))
    while true {
      try console.write(stepper.invitation)
      guard let line = readLine() else {
        // The end of input: the shell's next line is its own.
        return try console.write("\n")
      }
      switch stepper.enter(line) {
      case .none: break
      case .quit: return
      case .print(let path?): stepper.say(PrintedWalk(stepper.walk, console).save(path))
      case .print(nil):
        try console.write(stepper.walk.text(style: console.textStyle))
        continue
      }
      try console.write(stepper.answer(console.textStyle))
    }
  }
}

/// A whole walk on its way into a file.
struct PrintedWalk {
  let walk: Walk
  let console: Console

  init(_ walk: Walk, _ console: Console) { (self.walk, self.console) = (walk, console) }

  /// Writes it; in a sentence, what came of that.
  func save(_ path: String) -> String {
    // A file is no terminal: no colours.
    let style = TextStyle(width: 80, charset: console.textStyle.charset)
    do throws(Failure) {
      try WholeFile(path: path).write(console.rendered(walk.text(style: style)))
      return "Everything is in \(path.abridged)."
    } catch {
      return "\(error.message)."
    }
  }
}
