// What the tests of reading share: reading a text, and what a good message is.

import Foundation
import Nabla
import Testing

/// What reading a text gives.
func result(
  ofReading bytes: [UInt8], name: String = "net.json", directory: String = "."
) -> Result<NetworkFile, NetworkFileError> {
  do throws(NetworkFileError) {
    return .success(try NetworkFile.read(text: bytes, name: name, directory: directory))
  } catch {
    return .failure(error)
  }
}

func read(_ text: NetworkText, directory: String = ".") throws -> NetworkFile {
  try NetworkFile.read(text: Array(text.text.utf8), name: "net.json", directory: directory)
}

/// One line of fewer than 500 bytes that begins with the file and holds nothing a terminal obeys.
func isGoodMessage(_ message: String, start: String = "net.json:") -> Bool {
  message.hasPrefix(start) && message.utf8.count < 500
    && message.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .lineSeparator
    }
}

/// Where this package lies.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A directory that is removed with this value.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("nabla-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and says where.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
