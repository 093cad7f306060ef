// `nabla check FILE --claim GRADIENTS`: what is read, and the status.

import Foundation
import Nabla
import Testing

@testable import NablaCommand

@Suite("Checking somebody's gradients")
struct ClaimTests {
  private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
  private var network: String { fixtures.path + "/networks/probe-4-3-2.json" }

  /// The gradients that PyTorch computed, one number of them changed by a factor.
  private func claim(_ factor: Double) throws -> String {
    let file = fixtures.appendingPathComponent("expected/pytorch/probe-4-3-2.json")
    let expected = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    let values = try #require(expected as? [String: Any])
    var weights = try #require(values["weights"] as? [[[Double]]])
    let biases = try #require(values["biases"] as? [[Double]])
    weights[0][1][2] *= factor
    return "{\"weights\": \(weights), \"biases\": \(biases)}"
  }

  /// Runs the check with a file of gradients that holds this.
  private func check(_ text: String) throws -> Run {
    var run: Run?
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("gradients.json")
      try text.write(to: file, atomically: true, encoding: .utf8)
      run = try Nabla.run("check", network, "--claim", file.path)
    }
    return try #require(run)
  }

  @Test("PyTorch's gradients are right, exit 0")
  func right() throws {
    let run = try check(try claim(1))
    #expect(run.status == 0, "\(run)")
    #expect(run.messages == "")
  }

  @Test("with one weight's derivative off by 1 %, exit 1")
  func wrong() throws {
    let run = try check(try claim(1.01))
    #expect(run.status == 1, "\(run)")
    #expect(run.messages == "")
  }

  @Test("what is no claim has status 65 and one line, what is not there 66; nothing is printed")
  func malformed() throws {
    let malformed = try check("{\"weights\": 3}")
    #expect(malformed.status == 65 && malformed.output == "")
    let words = "gradients.json: weights is 3; a list of 2 matrices is needed"
    #expect(malformed.messages.contains(words), "\(malformed)")
    let absent = try Nabla.run("check", network, "--claim", "/none/gradients.npz")
    #expect(
      absent
        == Run(
          output: "", messages: "Error: /none/gradients.npz: no such file\n", status: 66))
  }
}
