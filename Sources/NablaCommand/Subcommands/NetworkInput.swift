// The network file that a command was given.

import Nabla

enum NetworkInput {
  /// The network and the examples in a file; `-` is standard input.
  static func read(_ path: String) throws(Failure) -> NetworkFile {
    do throws(NetworkFileError) {
      return try NetworkFile.read(path: path)
    } catch {
      throw Failure(
        message: error.message, status: ExitStatus(rawValue: error.exitStatus) ?? .malformed)
    }
  }
}
