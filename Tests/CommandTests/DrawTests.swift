// What `nabla draw` prints and writes, and what it refuses.

import Foundation
import Nabla
import Testing

@testable import NablaCommand

@Suite("nabla draw")
struct DrawTests {
  private static let fixture = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/networks/two-two-one.json").path

  @Test(
    "Each picture is one SVG element, the same bytes each time, on standard output and in a file",
    arguments: [
      ["network", fixture], ["network", fixture, "--example", "2"], ["neuron"],
      ["activation", "logistic"], ["activation", "relu", "--slope-at-zero", "1"],
      ["activation", "step", "--k", "-0.5"], ["activation", "linear", "--k=3"],
    ])
  func pictures(_ words: [String]) throws {
    let first = try run(words)
    #expect(first.status == 0 && first.messages == "")
    #expect(first.output.hasPrefix("<svg ") && first.output.hasSuffix("</svg>\n"))
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("picture.svg")
      let second = try run(words + ["--output", file.path])
      #expect(second == Run(output: "", messages: "", status: 0))
      #expect(try String(contentsOf: file, encoding: .utf8) == first.output)
      // The draft has gone.
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
    }
  }

  @Test("The values are those of the example that is asked for")
  func example() throws {
    let first = try run(["network", Self.fixture]).output
    let second = try run(["network", Self.fixture, "--example", "2"]).output
    #expect(first.contains(#"data-value="a,1,1">0.05<"#))
    #expect(second.contains(#"data-value="a,1,1">0.9<"#))
  }

  @Test("A parameter is that of the curve")
  func parameters() throws {
    #expect(try run(["activation", "step", "--k", "-0.5"]).output.contains("At z = −0.5 g has"))
    #expect(try run(["activation", "linear", "--k", "3"]).output.contains("linear (k = 3)"))
    let rectifier = try run(["activation", "rectifier", "--slope-at-zero", "1"]).output
    #expect(rectifier.contains("g′(0) counts as 1."))
  }

  @Test(
    "Mistakes on the line: status 64, nothing on standard output",
    arguments: [
      ([], "Missing expected argument '<what>'"),
      (["netwrk"], "The value 'netwrk' is invalid for '<what>'. Did you mean 'network'?"),
      (
        ["everything"],
        "The value 'everything' is invalid for '<what>'. Please provide one of 'network', 'neuron' "
          + "or 'activation'."
      ),
      (["network"], "Missing expected argument '<file>'"),
      (["activation"], "Missing expected argument '<activation>'"),
      (["neuron", "x"], "Unexpected argument 'x'"),
      (["network", "a", "b"], "Unexpected argument 'b'"),
      (
        ["activation", "lgistic"],
        "The value 'lgistic' is invalid for '<activation>'. Did you mean 'logistic'?"
      ),
      (
        ["activation", "softmax"],
        "softmax is no function of one number: each of its outputs depends on every z, so there is "
          + "no curve to draw. 'nabla derive g softmax' shows its Jacobian instead."
      ),
      (["activation", "tanh", "--k", "2"], "The option '--k' has no meaning beside 'tanh'."),
      (
        ["activation", "tanh", "--example", "1"],
        "The option '--example' has no meaning beside 'activation'."
      ),
      (["neuron", "--example", "1"], "The option '--example' has no meaning beside 'neuron'."),
      (["network", "x", "--k", "1"], "The option '--k' has no meaning beside 'network'."),
      (
        ["activation", "step", "--k", "inf"],
        "The value 'inf' is invalid for '--k <k>'. It must be a finite number."
      ),
      (
        ["network", "x", "--example", "0"],
        "The value '0' is invalid for '--example <m>'. It must be a whole number, 1 or more."
      ),
    ])
  func mistakes(_ words: [String], _ message: String) throws {
    let run = try run(words)
    #expect(run.status == 64 && run.output == "")
    #expect(run.messages.hasPrefix("Error: \(message)\nUsage: nabla draw"))
  }

  @Test(
    "Files that are not there, malformed, or without that example; a place that cannot be written")
  func files() throws {
    let missing = try run(["network", "/nowhere/net.json"])
    #expect(missing.status == 66 && missing.output == "")
    let example = try run(["network", Self.fixture, "--example", "9"])
    #expect(
      example
        == Run(
          output: "", messages: "Error: There is no example 9: the file has 2.\n", status: 64))
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("net.json")
      try "{ \"sizes\": [2, 1 }".write(to: file, atomically: true, encoding: .utf8)
      let malformed = try run(["network", file.path])
      #expect(malformed.status == 65 && malformed.output == "")
    }
    let place = try run(["neuron", "--output", "/nowhere/picture.svg"])
    #expect(place.status == 66 && place.output == "")
  }

  /// `nabla draw` with some words.
  private func run(_ words: [String]) throws -> Run {
    let (output, messages) = (Pipe(), Pipe())
    let process = try Nabla.start(["draw"] + words, output: output, messages: messages)
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: printed, as: UTF8.self),
      messages: String(decoding: said, as: UTF8.self), status: process.terminationStatus)
  }
}

@Suite("Pictures that the README shows")
struct ShownPictureTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  @Test("nabla draw draws them again, byte for byte")
  func pictures() throws {
    func expect(_ run: Run, _ name: String) throws {
      let file = Self.fixtures.appendingPathComponent("pictures/\(name).svg")
      #expect(run.output == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
    }
    let network = Self.fixtures.appendingPathComponent("networks/two-two-one.json").path
    try expect(Nabla.run("draw", "network", network), "two-two-one")
    try expect(Nabla.run("draw", "neuron"), "neuron")
    for name in ["logistic", "rectifier"] {
      try expect(Nabla.run("draw", "activation", name), name)
    }
  }
}
