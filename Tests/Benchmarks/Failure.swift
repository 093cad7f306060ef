// What ends the benchmark early.

import Foundation
import Nabla

/// A failure that one sentence explains.
struct Failure: Error {
  let words: String
}

/// Says on standard error what went wrong, and exits.
func fail(_ error: any Error) -> Never {
  let words =
    switch error {
    case let failure as Failure: failure.words
    case let unreadable as NetworkFileError: unreadable.message
    default: "\(error)"
    }
  FileHandle.standardError.write(Data((words + "\n").utf8))
  exit(64)
}
