// The networks of Fixtures and the digits of notes R, checked as a user would check them.

import Foundation
import Nabla
import Testing

private let package = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite struct FixtureChecks {
  static let names: [String] = {
    let folder = package.appending(path: "Fixtures/networks")
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func read(_ name: String) throws -> NetworkFile {
    try NetworkFile.read(path: package.appending(path: "Fixtures/networks/\(name)").path)
  }

  @Test("There are fixtures to check") func fixtures() { #expect(Self.names.count >= 14) }

  @Test("Every fixture's gradient is right, every parameter and every δ measured", arguments: names)
  func check(_ name: String) throws {
    let file = try Self.read(name)
    let report = GradientCheck(file.network, file.batch).run()
    #expect(report.verdict == .right)
    #expect(report.parameters.count == file.network.parameters.count)
    let nodes = file.network.sizes.dropFirst().reduce(0, +)
    #expect(report.errors.count == nodes * file.batch.count)
    #expect(report.equations.allSatisfy { $0.verdict == .right })
    #expect(report.selfTest.passed)
  }

  private static let images = package.deletingLastPathComponent()
    .appending(path: "shared/mnist/t10k-images-idx3-ubyte.gz").path
  private static let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

  @Test(
    "784-10-10 on 64 handwritten digits: all 7,960 parameters are measured, and right",
    .enabled(
      if: isLong && FileManager.default.fileExists(atPath: images),
      "needs MNIST's test files beside the package, in shared/mnist, and NABLA_LONG=1"))
  func digits() throws {
    let labels = Self.images.replacingOccurrences(of: "images-idx3", with: "labels-idx1")
    let text = """
      { "sizes": [784, 10, 10], "activation": "rectifier", "hypothesis": "softmax",
        "cost": "log-loss",
        "initialise": { "distribution": "uniform", "deviation": 0.5, "seed": 1 },
        "data": { "idx-images": "\(Self.images)", "idx-labels": "\(labels)", "first": 64 } }
      """
    let file = try NetworkFile.read(text: Array(text.utf8), name: "digits", directory: ".")
    let report = GradientCheck(file.network, file.batch).run()
    #expect(report.verdict == .right)
    #expect(report.parameters.count == 7_960)
    let detectable = try #require(report.smallestDetectableError)
    #expect(detectable < 1e-9)
  }
}
