// Everything there is to see on a walk, in a file.

import Nabla

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
