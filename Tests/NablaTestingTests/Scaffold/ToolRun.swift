// Programs run as processes: the built `nabla`, and the tools of Swift.

import Foundation

/// What a run of a program left behind.
struct ToolRun {
  /// Standard output and standard error, as they came.
  let text: String
  let status: Int32

  /// Runs a program with nothing on standard input, its output in a file: it may be long.
  init(
    _ program: String, _ arguments: [String], in directory: URL? = nil,
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = directory
    // A test that runs inside a test must not take over the outer one's settings.
    let inherited = ProcessInfo.processInfo.environment.filter {
      !["MISTAKE", "NABLA_HINT", "NABLA_LONG"].contains($0.key) && !$0.key.hasPrefix("SWT_")
    }
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nabla-run-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    status = process.terminationStatus
  }
}

/// What was built beside these tests.
enum BuiltProducts {
  /// The directory of the bundle of the tests.
  static let directory: URL = {
    for argument in CommandLine.arguments {
      guard let bundle = argument.range(of: ".xctest") else { continue }
      return URL(fileURLWithPath: String(argument[..<bundle.upperBound]))
        .deletingLastPathComponent()
    }
    fatalError("no bundle in \(CommandLine.arguments)")
  }()

  static var nabla: String { directory.appendingPathComponent("nabla").path }

  /// The root of this package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The answer to the steps that a new package has.
  static var answers: URL {
    package.appendingPathComponent("Tests/NablaTestingTests/Student/MyNetwork.swift")
  }
}
