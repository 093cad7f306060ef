// What `nabla work` prints and writes, and what it refuses.

import Foundation
import Testing

@Suite("nabla work")
struct WorkTests {
  private static let network = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/networks/two-two-one.json").path

  @Test("A file is worked: symbol = formula = numbers = value, and where it is derived")
  func file() throws {
    let run = try Nabla.run("work", Self.network)
    #expect(run.status == 0 && run.messages == "")
    for words in [
      "Worked example two-two-one", "z_1^(2)(1) = w_11^(2) x_1^(1) + w_12^(2) x_2^(1) + b_1^(2)",
      "= 0.1 · 0.05 + 0.2 · 0.1 + 0.1", "BP2, line 8", "J falls by", "9 of 9",
    ] {
      let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("The same seed prints the same sheet, alone or as the first of many")
  func seeds() throws {
    func run(_ words: String...) throws -> [Substring] {
      let arguments = ["work", "--generate", "1-1", "--seed", "3"] + words
      let run = try Nabla.run(arguments)
      #expect(run.status == 0)
      return run.output.split(separator: "\n")
    }
    let one = try run()
    let many = try run("--variants", "2")
    #expect(one.count > 20 && many.count > 2 * one.count - 10)
    // Only the sheet's name differs.
    for (a, b) in zip(one, many) where !a.contains("seed 3") { #expect(a == b) }
    #expect(try run("--variants", "2") == many)
  }

  @Test("With a file, variants have its shape and functions")
  func variants() throws {
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("net.json")
      try """
      {"sizes": [2, 1], "hypothesis": "logistic", "cost": "cross-entropy",
       "weights": [[[0.5, 0.1]]], "biases": [[0.1]], "examples": [{"x": [1, 2], "y": [1]}]}
      """.write(to: file, atomically: true, encoding: .utf8)
      let run = try Nabla.run("work", file.path, "--variants", "2", "--format", "json")
      #expect(run.status == 0)
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let sheets = try #require(json?["sheets"] as? [[String: Any]])
      #expect(sheets.count == 2)
    }
  }

  @Test("Sheets that fade leave one step more to be done each")
  func fading() throws {
    let run = try Nabla.run(
      "work", "--generate", "1-1", "--seed", "3", "--fade", "backward", "--sheet", "question")
    let sheets = run.output.components(separatedBy: "Worked example ").dropFirst()
    let blanks = sheets.map { $0.components(separatedBy: "= __________").count - 1 }
    #expect(run.status == 0 && blanks == [1, 2, 3])
  }

  @Test(
    "What makes no sense is refused, with nothing printed",
    arguments: [
      (["work"], 64, "Missing expected argument '<file>'"),
      (["work", network, "--generate", "2-1"], 64, "Unexpected argument"),
      (["work", "--generate", "2"], 64, "2 to 10 sizes of layers"),
      (["work", "--generate", "2-0-1"], 64, "2 to 10 sizes of layers"),
      (["work", "--generate", "2-1", "--example", "1"], 64, "no meaning beside '--generate'"),
      (["work", network, "--cost", "quadratic"], 64, "needs '--generate'"),
      (["work", network, "--seed", "2"], 64, "needs '--variants'"),
      (["work", network, "--example", "3"], 64, "There is no example 3: the batch has 2."),
      (["work", network, "--paths", "w(4,1,1)"], 64, "layers 2 to 3"),
      (["work", network, "--digits", "0"], 64, "--digits"),
      (["work", network, "--fade", "backward", "--sheet", "answer"], 64, "no meaning beside"),
      (
        ["work", "--generate", "2-1", "--cost", "log-loss", "--hypothesis", "tanh"], 64,
        "not defined"
      ),
      (["work", "/no/such/file.json"], 66, "/no/such/file.json"),
    ])
  func refusals(_ words: [String], _ status: Int32, _ message: String) throws {
    let run = try Nabla.run(words)
    #expect(run.status == status && run.output == "")
    #expect(run.messages.replacing("\n", with: " ").contains(message), "\(run.messages)")
  }
}
