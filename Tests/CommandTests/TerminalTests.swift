// Colour, charset, progress, whole files.

import Foundation
import Testing

@testable import NablaCommand

@Suite("The terminal")
struct TerminalTests {
  @Test(
    "--color wins; else colour needs a terminal that is not dumb, and an empty NO_COLOR",
    arguments: [
      (.always, false, ["NO_COLOR": "1"], true), (.always, true, [:], true),
      (.never, true, [:], false), (.auto, true, [:], true), (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false), (.auto, true, ["TERM": "xterm"], true),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func color(
    _ choice: ColorChoice, _ isTerminal: Bool, _ environment: [String: String], _ usesColor: Bool
  ) {
    #expect(choice.usesColor(isTerminal: isTerminal) { environment[$0] } == usesColor)
  }

  @Test("The command's colours: none in a pipe, some with --color always, none in JSON")
  func commandColor() throws {
    let escape = "\u{1B}["
    #expect(try !Nabla.run("list", "costs").output.contains(escape))
    #expect(
      try Nabla.run(
        "list", "costs", "--color", "always", environment: ["NO_COLOR": "1"]
      ).output.contains(escape))
    #expect(
      try !Nabla.run("list", "costs", "--color", "always", "--format", "json").output
        .contains(escape))
  }

  @Test(
    "How symbols are spelled in ASCII",
    arguments: [
      ("∂J/∂w", "dJ/dw"), ("∇_W J", "grad_W J"), ("δ Δ Σ √", "delta Delta Sum sqrt"),
      ("≤ ≥ ± × · ⊙", "<= >= +/- x * (*)"), ("✓ ✗ → …", "ok x -> ..."),
      ("10⁻⁶", "10^-6"), ("W₁₂ᵀ", "W_12^T"), ("g′(z) − 1", "g'(z) - 1"), ("┌─┐│", "+-+|"),
      ("naïve 数", "na?ve ?"), ("a\u{301}", "a?"), ("🙂", "?"), ("plain", "plain"), ("", ""),
    ])
  func spelling(_ text: String, _ ascii: String) {
    #expect(Charset.ascii.text(text) == ascii)
    #expect(Charset.unicode.text(text) == text)
  }

  @Test("JSON keeps its text in ASCII, as escapes")
  func escapes() {
    #expect(Charset.ascii.json("\"∂ 🙂 é\"") == "\"\\u2202 \\ud83d\\ude42 \\u00e9\"")
    #expect(Charset.unicode.json("\"∂\"") == "\"∂\"")
  }

  @Test("Lines break at spaces; a long word stays whole; lines of a text stay apart")
  func wrapping() {
    #expect("one two three".wrapped(to: 8) == "one two\nthree")
    #expect("one two".wrapped(to: 6, indent: 2) == "  one\n  two")
    #expect("a verylongword b".wrapped(to: 5) == "a\nverylongword\nb")
    #expect("one\n\ntwo".wrapped(to: 80, indent: 1) == " one\n\n two")
    #expect("".wrapped(to: 80) == "")
  }

  @Test("A progress line shows the share done, and fits")
  func progressLine() {
    let line = { ProgressBar.line("Measuring", done: $0, of: 200, width: $1) }
    #expect(line(0, 30) == "Measuring [-----------]   0 %")
    #expect(line(100, 30) == "Measuring [#####------]  50 %")
    #expect(line(200, 30) == "Measuring [###########] 100 %")
    #expect(line(999, 30) == line(200, 30))
    for width in 0...100 { #expect(line(77, width).count < max(width, 1)) }
  }

  @Test("A file is written whole, keeps its permissions, and links keep leading to it")
  func wholeFile() throws {
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("curve.svg").path
      let link = directory.appendingPathComponent("link.svg").path
      try WholeFile(path: file).write("first")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "first")
      #expect(chmod(file, 0o600) == 0)
      #expect(symlink(file, link) == 0)
      try WholeFile(path: link).write("second")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "second")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
          == ["curve.svg", "link.svg"])
      try WholeFile(path: "/dev/null").write("nothing")
    }
  }

  @Test("A file that cannot be written is named")
  func noFile() throws {
    try withTemporaryDirectory { directory in
      let path = directory.appendingPathComponent("missing").path + "/c.svg"
      let failure = #expect(throws: Failure.self) { try WholeFile(path: path).write("x") }
      #expect(failure?.status == .noInput)
      #expect(failure?.message.hasSuffix("No such file or directory") == true)
      let itself = #expect(throws: Failure.self) {
        try WholeFile(path: directory.path).write("x")
      }
      #expect(itself?.message.hasSuffix("Is a directory") == true)
    }
  }
}
