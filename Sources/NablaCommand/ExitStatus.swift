// What the command says to whoever started it.

import Nabla

/// The exit statuses of the command.
enum ExitStatus: Int32, Sendable {
  /// Everything that was checked is right; nothing went wrong.
  case right = 0
  /// Something that was checked is wrong.
  case wrong = 1
  /// The check could not tell.
  case cannotTell = 3
  /// An unknown command, option, or name given as an argument.
  case usage = 64
  /// Malformed input.
  case malformed = 65
  /// No such file, or not readable.
  case noInput = 66
  /// Somebody interrupted it; what was done is saved.
  case interrupted = 130
  /// The tool itself failed.
  case failure = 70
}

extension ExitStatus {
  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .right: .right
      case .wrong: .wrong
      case .cannotTell: .cannotTell
      }
  }
}

/// An end before the work was done: what to say, and the status to say it with.
struct Failure: Error, Equatable {
  let message: String
  let status: ExitStatus
}
