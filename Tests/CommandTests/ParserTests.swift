// What words mean, where nothing is wrong with them.

import NetworkModel
import Testing

@testable import NablaCommand

@Suite("Reading the command line")
struct ParserTests {
  private func check(_ words: String...) throws -> CheckCommand {
    guard case .run(let subcommand) = try Parser.parse(["check"] + words, by: .nabla) else {
      throw Failure(message: "no command to run", status: .failure)
    }
    return try #require(subcommand as? CheckCommand)
  }

  @Test("Options that are not given have their standard")
  func standards() throws {
    let command = try check("net.json")
    #expect(command.file == "net.json")
    #expect(command.claim == nil)
    #expect(command.scheme.name == "auto")
    #expect(command.step == nil)
    #expect(command.sample == nil)
    #expect(command.seed == 1)
    #expect(command.threads == nil && !command.isExhaustive)
    #expect(!command.isDirectional && !command.isVerbose)
    #expect(command.curve == nil && command.picture == nil)
    #expect(command.output == OutputOptions(format: .text, color: .auto, charset: .unicode))
  }

  @Test("Every option of check, before and behind the file, with a space or with =")
  func everyOption() throws {
    let command = try check(
      "--scheme", "five-point", "--step=1e-3", "--sample", "10", "net.json", "--seed=0",
      "--threads", "3", "--exhaustive", "--verbose", "--format=json", "--color", "never",
      "--charset=ascii", "--claim=-")
    #expect(command.file == "net.json")
    #expect(command.claim == "-")
    #expect(command.scheme.name == "five-point")
    #expect(command.step == 1e-3)
    #expect(command.sample == 10)
    #expect(command.seed == 0)
    #expect(command.threads == 3 && command.isExhaustive)
    #expect(command.isVerbose)
    #expect(command.output == OutputOptions(format: .json, color: .never, charset: .ascii))
  }

  @Test("Directions and the curve are asked for by themselves, with what has a meaning there")
  func otherChecks() throws {
    let directional = try check("net.json", "--directional", "--seed", "5")
    #expect(directional.isDirectional && directional.seed == 5)
    let curve = try check("net.json", "--curve", "w(2,1,3)", "--svg", "curve.svg", "--step", "0.1")
    #expect(curve.curve == .weight(layer: 2, i: 1, j: 3))
    #expect(curve.picture?.path == "curve.svg")
    #expect(throws: UsageError.self) { try check("net.json", "--directional", "--sample", "3") }
    #expect(throws: UsageError.self) { try check("net.json", "--curve", "b(2,1)", "--verbose") }
    #expect(throws: UsageError.self) { try check("net.json", "--threads", "0") }
  }

  @Test(
    "- is a file; -- ends the options; a number is no option",
    arguments: [
      (["-"], "-"), (["--", "--verbose"], "--verbose"), (["--", "-"], "-"), (["-5"], "-5"),
      (["--verbose", "--verbose", "a=b"], "a=b"), ([""], ""),
    ])
  func files(_ words: [String], _ file: String) throws {
    guard case .run(let subcommand) = try Parser.parse(["check"] + words, by: .nabla) else {
      Issue.record("no command to run")
      return
    }
    #expect((subcommand as? CheckCommand)?.file == file)
  }

  @Test("A value may hold = signs")
  func equalsSigns() throws {
    #expect(try check("--curve=b(2,1)", "--svg=a=b.svg", "n").picture?.path == "a=b.svg")
  }

  @Test("gradient takes an engine, batch if none is named")
  func gradient() throws {
    for (words, engine) in [([], .batch), (["--engine", "scalar"], .scalar)]
      as [([String], GradientCommand.Engine)]
    {
      guard case .run(let command) = try Parser.parse(["gradient", "n"] + words, by: .nabla) else {
        Issue.record("no command to run")
        return
      }
      #expect((command as? GradientCommand)?.engine == engine)
    }
  }

  @Test(
    "w(l,i,j) and b(l,i) name parameters, counted as the notes count",
    arguments: [
      ("w(2,1,3)", .weight(layer: 2, i: 1, j: 3)), ("b(2,1)", .bias(layer: 2, i: 1)),
      ("w( 3, 12, 400 )", .weight(layer: 3, i: 12, j: 400)),
    ] as [(String, Coordinate)])
  func references(_ word: String, _ coordinate: Coordinate) {
    #expect(Coordinate(reference: word) == coordinate)
    #expect(Coordinate(reference: coordinate.reference) == coordinate)
  }

  @Test(
    "What names no parameter",
    arguments: [
      "", "w", "w()", "w(2,1)", "w(2,1,3,4)", "b(2,1,1)", "w(1,1,1)", "w(2,0,1)", "b(2,0)",
      "w(2,1,-1)", "w(2,+1,1)", "w(2,1,1", "w2,1,1", "x(2,1)", "w[2,1,3]", "w(2,,1)",
      "w(2,1,99999999999999999999)", "ww(2,1,1)", "é(2,1)", "w(٢,1,1)",
    ])
  func noReferences(_ word: String) {
    #expect(Coordinate(reference: word) == nil)
  }

  @Test("A parameter that a network does not have is missed in words")
  func absence() {
    let sizes = [2, 3, 1]
    #expect(Coordinate.weight(layer: 2, i: 3, j: 2).absence(fromSizes: sizes) == nil)
    #expect(Coordinate.bias(layer: 3, i: 1).absence(fromSizes: sizes) == nil)
    #expect(
      Coordinate.weight(layer: 2, i: 3, j: 3).absence(fromSizes: sizes)
        == "W^(2) has 3 rows and 2 columns.")
    #expect(Coordinate.bias(layer: 3, i: 2).absence(fromSizes: sizes) == "b^(3) has 1 entry.")
    #expect(
      Coordinate.bias(layer: 4, i: 1).absence(fromSizes: sizes)
        == "The network has layers 2 to 3 with parameters.")
  }

  @Test("The names in the table are distinct, and what an option needs is in it")
  func table() {
    for command in [Command.nabla] + Command.nabla.subcommands {
      let spellings = command.allOptions.flatMap(\.spellings)
      #expect(Set(spellings).count == spellings.count)
      for option in command.options {
        if let needed = option.needs { #expect(spellings.contains("--\(needed)")) }
        if let standard = option.value?.standard {
          #expect(throws: Never.self) { try option.value?.kind.read(standard) }
        }
      }
      #expect(command.type?.command.name ?? "nabla" == command.name)
    }
  }
}
