// The package that `nabla new` writes, built and tested as its owner would: green as it comes, green with
// right answers, and with each planted mistake red and naming it. It takes minutes, so it runs where
// NABLA_LONG is set; `.ci/scaffold` does that.

import Foundation
import NablaTesting
import Testing

@Suite(
  "A written package", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["NABLA_LONG"] != nil, "NABLA_LONG is not set"))
struct WrittenPackageTests {
  /// Kept from run to run, so that the package's dependencies are built once.
  private let root = BuiltProducts.package.appendingPathComponent(".build/scaffold")
  private var package: URL { root.appendingPathComponent("package") }

  /// `swift test` in the package.
  private func test(_ arguments: String..., mistake: String? = nil) throws -> ToolRun {
    let scratch = root.appendingPathComponent("build").path
    return try ToolRun(
      "swift", ["test", "--scratch-path", scratch] + arguments, in: package,
      environment: mistake.map { ["MISTAKE": $0] } ?? [:])
  }

  private func write() throws {
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    if FileManager.default.fileExists(atPath: package.path) {
      try FileManager.default.removeItem(at: package)
    }
    let run = try ToolRun(
      BuiltProducts.nabla, ["new", package.path, "--dependency", BuiltProducts.package.path])
    try #require(run.status == 0, "\(run.text)")
  }

  @Test("Fresh it is green and says not attempted; right answers pass; each mistake is named")
  func verdicts() throws {
    try write()
    let fresh = try test()
    try #require(fresh.status == 0, "\(fresh.text)")
    #expect(fresh.text.components(separatedBy: "not attempted. Write").count == 1 + 7)
    #expect(fresh.text.contains("when steps 1 to 7 are written"))

    let network = package.appendingPathComponent("Sources/MyBackprop/MyNetwork.swift")
    try FileManager.default.removeItem(at: network)
    try FileManager.default.copyItem(at: BuiltProducts.answers, to: network)
    let right = try test()
    try #require(right.status == 0, "\(right.text)")
    #expect(!right.text.contains("recorded a"), "\(right.text)")
    #expect(right.text.contains("∇J is the slope of J"))

    #expect(PlantedMistake.all.count >= 20)
    for mistake in PlantedMistake.all {
      let run = try test(
        "--skip-build", "--filter", "step\(mistake.step.rawValue)", mistake: mistake.name)
      #expect(run.status != 0, "\(mistake) passes")
      #expect(run.text.contains(mistake.named), "\(mistake): \(run.text)")
    }
  }
}
