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
