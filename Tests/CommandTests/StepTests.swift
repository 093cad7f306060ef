// `nabla step` where nobody sits at a terminal: everything is printed, or words are read.

import Foundation
import Testing

@testable import NablaCommand

@Suite("nabla step without a terminal")
struct StepTests {
  @Test("Everything is printed: every line, its numbers, mistakes, each rule once")
  func everything() throws {
    let run = try Nabla.run("step", "log-loss", "softmax")
    #expect(run.status == 0 && run.messages == "")
    #expect(run.output.hasPrefix("log-loss with softmax: the error of the output layer\n"))
    let lines = run.output.split(separator: "\n")
    for id in ["1", "4", "5a", "5e", "6i", "17"] {
      #expect(lines.filter { $0.hasPrefix("─── line \(id) ─") }.count == 1)
    }
    #expect(lines.filter { $0 == "  Why: cancel" }.count == 1)
    #expect(run.output.contains("31 lines, 87 checks, all passed."))
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("ASCII has no other character, and names may be any that 'nabla derive' takes")
  func ascii() throws {
    let run = try Nabla.run("step", "bp2", "--charset", "ascii")
    #expect(run.status == 0 && run.output.utf8.allSatisfy { $0 < 128 })
    #expect(!run.output.contains("?"))
    #expect(try Nabla.run("step", "BP2.1", "--charset", "ascii") == run)
  }

  @Test(
    "What is neither a derivation nor a file",
    arguments: [
      (
        ["log-lss", "softmax"], 64,
        "Unknown derivation 'log-lss softmax'. Did you mean 'log-loss softmax'?"
      ),
      (
        ["log-loss"], 64,
        "Missing a word behind 'log-loss'. Please provide one of 'logistic' or 'softmax'."
      ),
      (["BP9"], 64, "There is no file and no derivation 'BP9'. Did you mean 'BP1'?"),
      (
        ["zzzzzz"], 64, "There is no file and no derivation 'zzzzzz'. See 'nabla list derivations'."
      ),
      ([], 64, "Missing expected argument '<name>'"),
      (["./BP2"], 66, "./BP2: no such file"), (["none.json"], 66, "none.json: no such file"),
      (["log-loss", "softmax", "--format", "json"], 64, "Unknown option '--format'."),
    ] as [([String], Int32, String)])
  func mistakes(_ arguments: [String], _ status: Int32, _ message: String) throws {
    let messages = Pipe()
    let output = Pipe()
    let process = try Nabla.start(["step"] + arguments, output: output, messages: messages)
    let said = String(
      decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    #expect(said.localizedCaseInsensitiveContains("Error: " + message), "\(said)")
    #expect(output.fileHandleForReading.availableData.isEmpty)
  }

  @Test("With --words a script can drive it through a pipe")
  func words() throws {
    let (input, output) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = Nabla.executable
    process.arguments = ["step", "log-loss", "softmax", "--words"]
    process.environment = ["COLUMNS": "80"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // A line that is no UTF-8 is a line, too.
    let lines = Data("values off\ngoto 14\n".utf8) + Data([0xFF, 0xFE, 10])
    try input.fileHandleForWriting.write(contentsOf: lines + Data("next\nquit\nnext\n".utf8))
    try input.fileHandleForWriting.close()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("is no command. Type help for all of them."))
    #expect(text.hasSuffix(Self.end), "\(text.suffix(900))")
  }

  private static let end = """
    line 14>    14  δ_k^(L) = 1/M (h_k Σ_i y_i − y_k)
                              ~~~~~~~   changes now
     > 15  δ_k^(L) = 1/M (h_k − y_k)

      reason     the targets of an example sum to 1
      rule       use of an assumption
      reading    Something is known about the numbers themselves, and is used here.
      needs      Σ_i y_i = 1, which need not hold
      checks     = 14 ✓   measured ✓
    line 15>\u{20}
    """

  @Test("Without a terminal a network is printed line by line, with numbers and measurements")
  func network() throws {
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("net.json")
      try """
      {"sizes": [1, 1], "hypothesis": "logistic", "cost": "cross-entropy",
       "weights": [[[0.5]]], "biases": [[0.1]], "examples": [{"x": [1], "y": [1]}]}
      """.write(to: file, atomically: true, encoding: .utf8)
      let run = try Nabla.run("step", file.path)
      #expect(run.status == 0 && run.messages == "")
      for words in [
        "line F1", "z_1^(2) = w_11^(2) x_1 + b_1^(2)", "z_1^(2) = 0.5 · 1 + 0.1",
        "derived    line 1 of nabla derive FP1", "by differences of J, without any derivative",
        "J falls by",
      ] {
        #expect(run.output.contains(words), "\(words)")
      }
      let page = directory.appendingPathComponent("page.html").path
      #expect(
        try Nabla.run("step", file.path, "--html", page)
          == Run(output: "", messages: "", status: 0))
      #expect(try String(contentsOfFile: page, encoding: .utf8).contains("id=\"F1\""))
      #expect(try Nabla.run("step", file.path, "--html", page, "--quiz").status == 64)
    }
  }
}
