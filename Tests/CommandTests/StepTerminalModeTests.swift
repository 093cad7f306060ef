// `nabla step` on a terminal in its other ways: words, colours, quizzes.

import Foundation
import Testing

@testable import NablaCommand

extension StepTerminalTests {
  @Test(
    "Words instead of keys: where they are asked for, and on a terminal that cannot draw",
    arguments: [(["--words"], "xterm"), ([], "dumb")] as [([String], String)])
  func words(_ options: [String], _ kind: String) throws {
    let terminal = try StepTerminal(
      ["log-loss", "softmax"] + options, environment: ["TERM": kind, "NO_COLOR": "1"])
    func say(_ line: String, _ seen: String) throws {
      let before = terminal.text.count
      terminal.press(line + "\n")
      try terminal.wait(seen) { $0.text.dropFirst(before).contains(seen) }
    }
    try terminal.wait("an invitation") { $0.text.contains("line 1> ") }
    try say("next", "line 2> ")
    try say("", "line 3> ")
    try say("goto 15", "line 15> ")
    try say("cond", "So there the line does not hold.")
    try say("f", "'f' could be: find, first.")
    try say("nxet", "Did you mean next?")
    try say("print", "─── line 17 ─")
    terminal.press("\u{4}")
    #expect(Ending(try terminal.end()) == .exit(0))
    #expect(terminal.modes.bytes == terminal.found.bytes)
    #expect(!terminal.text.contains("\u{1B}["))
  }

  @Test("Colour on a terminal, none with NO_COLOR or --color never; ASCII has no other character")
  func colours() throws {
    let colours = "\u{1B}[1m"
    let plain = try start()
    #expect(!plain.text.contains(colours))
    let colored = try StepTerminal(["BP2"], environment: ["TERM": "xterm"])
    try colored.waitFor("line 1 of")
    #expect(colored.text.contains(colours))
    let never = try StepTerminal(["BP2", "--color", "never"], environment: ["TERM": "xterm"])
    try never.waitFor("line 1 of")
    #expect(!never.text.contains(colours))
    let ascii = try StepTerminal(["BP2", "--charset", "ascii"])
    try ascii.waitFor("line 1 of")
    ascii.press("?")
    try ascii.waitFor("Keys and words")
    #expect(ascii.shown.allSatisfy { $0 < 128 })
  }

  @Test("A quiz hides the line until it is asked for")
  func quiz() throws {
    let terminal = try StepTerminal(["log-loss", "softmax", "--quiz"])
    try terminal.waitFor(Self.opened)
    terminal.press("4g")
    try terminal.waitFor("what is line 4?")
    #expect(!terminal.rows.contains { $0.contains("∂J/∂h_i · ∂h_i/∂z_k") })
    terminal.press("h")
    try terminal.waitFor("Hint 1 of 3")
    terminal.press("a")
    try terminal.waitFor("∂J/∂h_i · ∂h_i/∂z_k")
    terminal.press("q")
    #expect(Ending(try terminal.end()) == .exit(0))
    terminal.expectRestored()
  }
}
