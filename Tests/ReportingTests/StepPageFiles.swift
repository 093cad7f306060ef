// Pages in a browser: written to a folder for whoever looks at them, and driven where Chromium is.

import Foundation
import Nabla
import Testing

@Suite struct StepPageFiles {
  static let folder = ProcessInfo.processInfo.environment["NABLA_STEP_PAGES"]

  @Test(
    "the pages of a folder's network files are written beside them",
    .enabled(if: folder != nil, "NABLA_STEP_PAGES names no folder"))
  func write() throws {
    let folder = try #require(Self.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".json") {
      let file = try NetworkFile.read(path: "\(folder)/\(name)")
      try StepPageSamples.page(file).write(
        toFile: "\(folder)/\(name.dropLast(5)).html", atomically: true, encoding: .utf8)
    }
  }

  static let python = LaTeXTool(["python3"])

  /// Chromium, Python with its websocket client, and the command.
  static let canDrive: Bool = {
    guard LaTeXTool.browser != nil, let python else { return false }
    let folder = FileManager.default.temporaryDirectory
    let status = try? python.run(["-c", "import websocket"], in: folder).status
    return status == 0 && FileManager.default.isExecutableFile(atPath: command.path)
  }()

  /// The command beside the tests.
  static let command = StepPageSamples.root.appendingPathComponent(".build/debug/nabla")

  @Test(
    "a browser steps through a page and computes it again as the engines do",
    .enabled(if: canDrive, "no Chromium, no Python with websocket-client, or no command"))
  func drive() throws {
    let python = try #require(Self.python)
    let path = StepPageSamples.path("two-two-one")
    let page = try StepPageSamples.page(NetworkFile.read(path: path))
    let (status, output) = try LaTeXTool.withFolder { folder in
      let file = folder.appendingPathComponent("page.html")
      try page.write(to: file, atomically: true, encoding: .utf8)
      let driver = StepPageSamples.root.appendingPathComponent("Tests/Peers/step_page.py").path
      return try python.run(
        [driver, Self.command.path, path, file.path, "--short"], in: folder)
    }
    #expect(status == 0, "\(output)")
  }
}
