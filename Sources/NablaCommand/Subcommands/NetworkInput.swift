// The network file that a command was given.

import Nabla

enum NetworkInput {
  /// The network and the examples in a file; `-` is standard input.
  static func read(_ path: String) throws(Failure) -> (network: Network, batch: Batch) {
    // TO BE REPLACED by NetworkFile.read(path:), its error becoming a `Failure`.
    throw Failure(message: "\(path.abridged): reading networks is not built yet", status: .failure)
  }
}
