// `nabla train` that is interrupted or killed: what is saved is whole.

import Foundation
import Nabla
import Testing

@Suite("nabla train, interrupted")
struct TrainInterruptTests {
  private static let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

  @Test(
    "An interrupt, or a request to terminate, saves and says so",
    arguments: [SIGINT, SIGTERM, SIGHUP], [[], ["--save-every", "1"]])
  func interrupt(_ signal: Int32, _ options: [String]) throws {
    try TrainTests.inDirectory { directory in
      let (output, messages) = (Pipe(), Pipe())
      let path = directory.path
      let process = try Nabla.start(
        [
          "train", "\(path)/xor.json", "--iterations", "1000000000", "--rate", "0.01", "--output",
          "\(path)/out.json", "--log", "\(path)/log", "--format", "json",
        ] + options, output: output, messages: messages)
      // Lines in the log say that training is under way.
      try waitUntil { (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/log")).count) ?? 0 > 0 }
      kill(process.processIdentifier, signal)
      let report = output.fileHandleForReading.readDataToEndOfFile()
      let words = String(
        decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 130)
      #expect(words.contains("saved to \(path)/out.json"), "\(words)")
      let saved = try NetworkFile.read(path: "\(path)/out.json")
      let object = try JSONSerialization.jsonObject(with: report) as? [String: Any]
      #expect(object?["stopped"] as? String == "interrupted")
      #expect(object?["iterations"] as? Int == saved.state?.iterations)
    }
  }

  @Test("Killed at any moment, no saved network is ever torn, and none of its drafts stay")
  func kill9() throws {
    try TrainTests.inDirectory { directory in
      let path = directory.path
      var random = SeededGenerator(seed: 1)
      var saves = 0
      for _ in 0..<(Self.isLong ? 200 : 30) {
        let process = try Nabla.start(
          [
            "train", "\(path)/xor.json", "--iterations", "1000000000", "--rate", "0.01",
            "--save-every", "1", "--output", "\(path)/out.json",
          ], output: FileHandle.nullDevice)
        usleep(UInt32(20_000 + random.integer(below: 80_000)))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard FileManager.default.fileExists(atPath: "\(path)/out.json") else { continue }
        let saved = try NetworkFile.read(path: "\(path)/out.json")
        #expect(try #require(saved.state).epochs >= 1)
        saves += 1
      }
      #expect(saves > 10)
      _ = try Nabla.run(
        "train", "\(path)/xor.json", "--iterations", "1", "--output", "\(path)/out.json")
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(files.sorted() == ["out.json", "xor.json"])
    }
  }

  private func waitUntil(_ condition: () -> Bool) throws {
    for _ in 0..<1000 {
      if condition() { return }
      usleep(10_000)
    }
    Issue.record("nothing happened for ten seconds")
  }
}
