// What `nabla derive` prints and writes.

import Foundation
import Nabla
import Testing

@testable import Deriving
@testable import NablaCommand

@Suite("nabla derive")
struct DeriveTests {
  private static let committed = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Derivations")

  @Test(
    "Each format begins and ends as it should, and is pure ASCII where that is asked for",
    arguments: [
      ("text", "log-loss with softmax: the error of the output layer\n", "only.\n"),
      ("json", "{\n  \"name\": \"log-loss softmax\",", "\n}\n"),
      ("markdown", "# log-loss with softmax", "\n"),
      ("latex", "\\documentclass", "\\end{document}\n"),
      ("html", "<!DOCTYPE html>\n", "</html>\n"),
    ])
  func formats(_ format: String, _ start: String, _ end: String) throws {
    let run = try Nabla.run("derive", "log-loss", "softmax", "--format", format)
    #expect(run.status == 0 && run.messages == "")
    #expect(run.output.hasPrefix(start) && run.output.hasSuffix(end))
    let ascii = try Nabla.run(
      "derive", "log-loss", "softmax", "--format", format, "--charset", "ascii")
    #expect(ascii.status == 0 && ascii.output.utf8.allSatisfy { $0 < 128 })
  }

  @Test(
    "Every character of every derivation has its spelling",
    arguments: ["text", "markdown", "latex", "html"])
  func spellings(_ format: String) throws {
    let run = try Nabla.run("derive", "--all", "--format", format, "--charset", "ascii")
    #expect(run.status == 0 && run.output.utf8.allSatisfy { $0 < 128 })
    // What has no spelling is written as a question mark.
    #expect(!run.output.contains("?"))
  }

  @Test("The text holds the result, the checks and no failure")
  func text() throws {
    let text = try Nabla.run("derive", "log-loss", "softmax").output
    #expect(text.contains("\n  result       Δ^(L) = 1/M (H − Y)\n"))
    #expect(text.contains(", all passed: ") && !text.contains("✗"))
    #expect(text.contains("\n   5a "))
  }

  @Test("--brief leaves out the smaller steps")
  func brief() throws {
    let run = try Nabla.run("derive", "log-loss", "softmax", "--brief")
    #expect(run.status == 0)
    #expect(!run.output.contains("\n   5a ") && run.output.contains("\n   5  "))
    #expect(run.output.contains(", all passed: "))
  }

  @Test(
    "Capitals, aliases and numbers of equations mean the same",
    arguments: [
      (["LOG-LOSS", "Softmax"], ["log-loss", "softmax"]),
      (["categorical-cross-entropy", "softmax"], ["log-loss", "softmax"]),
      (["binary-cross-entropy", "sigmoid"], ["cross-entropy", "logistic"]),
      (["g", "relu"], ["g", "rectifier"]), (["g tanh"], ["g", "tanh"]), (["bp2"], ["BP2"]),
      (["FP1.1"], ["FP1"]), (["BP1.2"], ["BP1"]),
    ])
  func names(_ words: [String], _ plain: [String]) throws {
    #expect(try Topic.named(words).name == Topic.named(plain).name)
    #expect(try Topic.named(plain).name.lowercased() == plain.joined(separator: " ").lowercased())
  }

  @Test("An undefined pair: why, on standard error, exit 64, nothing on standard output")
  func undefined() throws {
    let expected = """
      Error: log-loss is not defined for tanh: log h needs h > 0, and tanh gives values between −1 and 1.
      Usage: nabla derive [<options>] [<name> ...]
        See 'nabla derive --help' for more information.

      """
    #expect(
      try Nabla.run("derive", "log-loss", "tanh")
        == Run(output: "", messages: expected, status: 64))
  }

  @Test("An unknown name: the nearest one, exit 64")
  func unknown() throws {
    let run = try Nabla.run("derive", "log-loss", "sotfmax")
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.messages.hasPrefix(
        "Error: Unknown derivation 'log-loss sotfmax'. Did you mean 'log-loss softmax'?\n"))
  }

  @Test("--output writes what would be printed")
  func output() throws {
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("bp2.tex")
      let run = try Nabla.run("derive", "BP2", "--format", "latex", "--output", file.path)
      #expect(run == Run(output: "", messages: "", status: 0))
      let printed = try Nabla.run("derive", "BP2", "--format", "latex").output
      #expect(try String(contentsOf: file, encoding: .utf8) == printed)
    }
  }

  @Test("--all --output writes the folder Derivations, and leaves other files alone")
  func folder() throws {
    try withTemporaryDirectory { directory in
      let target = directory.appendingPathComponent("Derivations")
      #expect(
        try Nabla.run("derive", "--all", "--output", target.path)
          == Run(output: "", messages: "", status: 0))
      let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
      let committed = try FileManager.default.contentsOfDirectory(atPath: Self.committed.path)
      #expect(names == committed.sorted())
      for name in names {
        let written = try Data(contentsOf: target.appendingPathComponent(name))
        #expect(
          try written == Data(contentsOf: Self.committed.appendingPathComponent(name)), "\(name)")
      }
      let note = target.appendingPathComponent("notes.txt")
      try "mine".write(to: note, atomically: true, encoding: .utf8)
      #expect(try Nabla.run("derive", "--all", "--output", target.path).status == 0)
      #expect(try String(contentsOf: note, encoding: .utf8) == "mine")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: target.path).count == names.count + 1)
    }
  }

  @Test("Without --output, --all prints everything: JSON as one list")
  func everything() throws {
    let json = try Nabla.run("derive", "--all", "--format", "json")
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(list?.map { $0["name"] as? String } == Topic.all.map(\.name))
    #expect(list?.allSatisfy { $0["passed"] as? Bool == true } == true)
  }

  @Test("A line of ours that fails its check: which one, exit 70")
  func failedCheck() throws {
    let derivation = try Topic.named(["BP2"]).derivation()
    let right = LineCheck(
      kind: .link, passed: true, largestDifference: 0, limit: 1e-12, places: 1)
    let wrong = LineCheck(
      kind: .measured, passed: false, largestDifference: 1, limit: 1e-12, places: 1)
    let checked = CheckedDerivation(derivation, checks: ["1": [right], "2": [right, wrong]])
    #expect(
      DeriveCommand.failure(of: [checked])
        == Failure(
          message: "The checks of these derivations failed: BP2 (line 2).", status: .failure)
    )
    #expect(
      DeriveCommand.failure(of: [CheckedDerivation(derivation, checks: ["1": [right]])]) == nil)
  }

  @Test("Where a file cannot be written, that is said, and nothing is half written")
  func unwritable() throws {
    try withTemporaryDirectory { directory in
      let missing = directory.appendingPathComponent("no/where").path
      #expect(
        try Nabla.run("derive", "--all", "--output", missing)
          == Run(
            output: "", messages: "Error: \(missing.abridged): No such file or directory\n",
            status: 66))
      // A directory stands where one of the files belongs.
      let target = directory.appendingPathComponent("target")
      let obstacle = target.appendingPathComponent("two-classes.md")
      try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
      let run = try Nabla.run("derive", "--all", "--output", target.path)
      #expect(run.output == "" && run.status == 66)
      #expect(run.messages == "Error: \(obstacle.path.abridged): Is a directory\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: target.path) == ["two-classes.md"])
    }
  }
}
