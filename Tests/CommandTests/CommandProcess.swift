// The built command, run as a process.

import Foundation
import Testing

/// What a run of the command left behind.
struct Run: Equatable {
  var output: String
  var messages: String
  var status: Int32
}

/// The command that was built beside these tests.
enum Nabla {
  static let executable: URL = {
    // Beside the bundle of the tests; on macOS the process is a helper, and an argument names it.
    for argument in CommandLine.arguments {
      guard let bundle = argument.range(of: ".xctest") else { continue }
      let directory = URL(fileURLWithPath: String(argument[..<bundle.upperBound]))
        .deletingLastPathComponent()
      let candidate = directory.appendingPathComponent("nabla")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    fatalError("no nabla beside \(CommandLine.arguments)")
  }()

  /// Runs it with nothing on standard input and 80 columns.
  static func run(
    _ arguments: String..., environment: [String: String] = ["COLUMNS": "80"]
  ) throws -> Run {
    try run(arguments, environment: environment)
  }

  /// The same with the words in a list.
  static func run(
    _ arguments: [String], environment: [String: String] = ["COLUMNS": "80"]
  ) throws -> Run {
    let (output, messages) = (Pipe(), Pipe())
    let process = try start(arguments, output: output, messages: messages, environment)
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let messageData = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: outputData, as: UTF8.self),
      messages: String(decoding: messageData, as: UTF8.self), status: process.terminationStatus)
  }

  static func start(
    _ arguments: [String], output: Any, messages: Any = FileHandle.nullDevice,
    _ environment: [String: String] = ["COLUMNS": "80"]
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    return process
  }
}

/// A directory that is there while the body runs.
func withTemporaryDirectory(_ body: (URL) throws -> Void) throws {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("nabla-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try body(directory)
}
