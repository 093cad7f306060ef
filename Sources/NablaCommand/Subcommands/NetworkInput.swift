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

extension NetworkFile {
  /// What the network is called on paper: its name, or its sizes.
  var title: String {
    if let name = network.name, !name.isEmpty { return name.abridged }
    let sizes = network.sizes.map(String.init)
    return sizes.count <= 8 ? sizes.joined(separator: "-") : "\(sizes.count) layers"
  }
}
