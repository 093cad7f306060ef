// Pages of the fixtures' networks for whoever looks at them: NABLA_STEP_PAGES names a folder.

import Foundation
import Nabla
import Testing

/// A page of a network file, with its check.
func stepPage(_ file: NetworkFile) throws -> String {
  let example = try WorkedExample(file.network, file.batch)
  let report = GradientCheck(CheckSubject(file.network, file.batch), CheckOptions()).run()
  return example.steppingPage(check: report)
}

@Suite struct StepPageFiles {
  static let folder = ProcessInfo.processInfo.environment["NABLA_STEP_PAGES"]

  @Test(
    "pages are written for a browser", .enabled(if: folder != nil, "NABLA_STEP_PAGES is not set"))
  func write() throws {
    let folder = try #require(Self.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".json") {
      let file = try NetworkFile.read(path: "\(folder)/\(name)")
      try stepPage(file).write(
        toFile: "\(folder)/\(name.dropLast(5)).html", atomically: true, encoding: .utf8)
    }
  }
}
