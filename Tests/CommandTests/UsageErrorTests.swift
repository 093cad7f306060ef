// What the command says about mistakes on its line, to the letter.

import Testing

@testable import NablaCommand

@Suite("Mistakes on the command line")
struct UsageErrorTests {
  @Test("A mistake: the message, the usage, where there is more, on standard error, exit 64")
  func layout() throws {
    #expect(
      try Nabla.run("check", "--shceme", "central", "net.json")
        == Run(
          output: "",
          messages: """
            Error: Unknown option '--shceme'. Did you mean '--scheme'?
            Usage: nabla check [<options>] <file>
              See 'nabla check --help' for more information.

            """, status: 64))
    #expect(
      try Nabla.run("chek", "net.json")
        == Run(
          output: "",
          messages: """
            Error: Unknown subcommand 'chek'. Did you mean 'check'?
            Usage: nabla <subcommand>
              See 'nabla --help' for more information.

            """, status: 64))
    #expect(
      try Nabla.run("list", "activatons")
        == Run(
          output: "",
          messages: """
            Error: The value 'activatons' is invalid for '<what>'. Did you mean 'activations'?
            Usage: nabla list [<options>] [<what>]
              See 'nabla list --help' for more information.

            """, status: 64))
  }

  static let messages: [([String], String)] = [
    (["frobnicate"], "Unknown subcommand 'frobnicate'."),
    ([""], "Unknown subcommand ''."),
    (["help", "lits"], "Unknown subcommand 'lits'. Did you mean 'list'?"),
    (["help", "list", "costs"], "Unexpected argument 'costs'"),
    (["--colour"], "Unknown option '--colour'."),
    (["--versoin"], "Unknown option '--versoin'. Did you mean '--version'?"),
    (["--", "chekc"], "Unknown subcommand 'chekc'. Did you mean 'check'?"),
    (["--"], "Missing expected subcommand"),
    (
      ["--generate-completion-script", "tcsh"],
      "The value 'tcsh' is invalid for '--generate-completion-script <shell>'. Did you mean 'bash'?"
    ),
    (
      ["--generate-completion-script"],
      "Missing value for '--generate-completion-script <shell>'"
    ),
    (["check"], "Missing expected argument '<file>'"),
    (["check", "a", "b"], "Unexpected argument 'b'"),
    (["check", "-x", "a"], "Unknown option '-x'."),
    (["check", "--tolerance=3", "a"], "Unknown option '--tolerance'."),
    (["check", "a", "--step"], "Missing value for '--step <h>'"),
    (["check", "--step", "--verbose", "a"], "Missing value for '--step <h>'"),
    (["check", "--step", "--", "a"], "Missing value for '--step <h>'"),
    (
      ["check", "--step", "small", "a"],
      "The value 'small' is invalid for '--step <h>'. It must be a number greater than 0."
    ),
    (
      ["check", "--step", "-1e-3", "a"],
      "The value '-1e-3' is invalid for '--step <h>'. It must be a number greater than 0."
    ),
    (
      ["check", "--step=", "a"],
      "The value '' is invalid for '--step <h>'. It must be a number greater than 0."
    ),
    (
      ["check", "--step=inf", "a"],
      "The value 'inf' is invalid for '--step <h>'. It must be a number greater than 0."
    ),
    (
      ["check", "--step=1e-400", "a"],
      "The value '1e-400' is invalid for '--step <h>'. It must be a number greater than 0."
    ),
    (
      ["check", "--sample", "0", "a"],
      "The value '0' is invalid for '--sample <n>'. It must be a whole number, 1 or more."
    ),
    (
      ["check", "--seed", "-1", "a"],
      "The value '-1' is invalid for '--seed <s>'. It must be a whole number, 0 or more."
    ),
    (
      ["check", "--seed", "99999999999999999999", "a"],
      """
      The value '99999999999999999999' is invalid for '--seed <s>'. It must be a whole number, 0 or \
      more.
      """
    ),
    (
      ["check", "--scheme", "centrl", "a"],
      "The value 'centrl' is invalid for '--scheme <name>'. Did you mean 'central'?"
    ),
    (
      ["check", "--format", "spreadsheet", "a"],
      """
      The value 'spreadsheet' is invalid for '--format <format>'. Please provide one of 'text', \
      'json' or 'markdown'.
      """
    ),
    (
      ["check", "--curve", "w(1,1,1)", "a"],
      """
      The value 'w(1,1,1)' is invalid for '--curve <parameter>'. It must be a weight w(layer,i,j) or \
      a bias b(layer,i), counted from 1, layer from 2.
      """
    ),
    (["check", "a", "--claim"], "Missing value for '--claim <gradients>'"),
    (
      ["check", "--claim", "g.npz", "--directional", "a"],
      "The option '--directional' has no meaning beside '--claim'."
    ),
    (
      ["check", "--curve", "b(2,1)", "--claim", "g.npz", "a"],
      "The option '--curve' has no meaning beside '--claim'."
    ),
    (
      ["check", "-", "--claim", "-"],
      "The file '-' for '--claim <gradients>' is already read or written by this command."
    ),
    (["check", "--svg", "x.svg", "a"], "The option '--svg' needs '--curve'."),
    (
      ["check", "--curve", "b(2,1)", "--svg", "-", "a"],
      "The value '-' is invalid for '--svg <file>'. It must be the name of a file."
    ),
    (
      ["check", "--threads", "2", "--curve", "b(2,1)", "a"],
      "The option '--threads' has no meaning beside '--curve'."
    ),
    (
      ["check", "--exhaustive", "--curve", "b(2,1)", "a"],
      "The option '--exhaustive' has no meaning beside '--curve'."
    ),
    (
      ["check", "--threads", "0", "a"],
      "The value '0' is invalid for '--threads <n>'. It must be a whole number, 1 or more."
    ),
    (["check", "--step", "1", "--step=1", "a"], "The option '--step' is given more than once."),
    (
      ["check", "--verbose=yes", "a"],
      "The option '--verbose' takes no value, but 'yes' was given."
    ),
    (
      ["gradient", "--engine", "scaler", "a"],
      "The value 'scaler' is invalid for '--engine <engine>'. Did you mean 'scalar'?"
    ),
    (["list", "costs", "pairs"], "Unexpected argument 'pairs'"),
    (["derive"], "Missing a name. See 'nabla list derivations' for what can be derived."),
    (
      ["derive", "log-loss", "sotfmax"],
      "Unknown derivation 'log-loss sotfmax'. Did you mean 'log-loss softmax'?"
    ),
    (["derive", "BP5"], "Unknown derivation 'BP5'. Did you mean 'BP1'?"),
    (
      ["derive", "nothing-like-it"],
      "Unknown derivation 'nothing-like-it'. See 'nabla list derivations' for what can be derived."
    ),
    (
      ["derive", "log-loss", "xyz"],
      "Unexpected word 'xyz' behind 'log-loss'. Please provide one of 'logistic' or 'softmax'."
    ),
    (["derive", "BP2", "x"], "Unexpected word 'x' behind 'BP2'."),
    (
      ["derive", "log-loss"],
      "Missing a word behind 'log-loss'. Please provide one of 'logistic' or 'softmax'."
    ),
    (
      ["derive", "log-loss", "tanh"],
      """
      log-loss is not defined for tanh: log h needs h > 0, and tanh gives values between −1 and 1.
      """
    ),
    (
      ["derive", "binary-cross-entropy", "relu"],
      """
      cross-entropy is not defined for rectifier: log h needs h > 0 and log(1 − h) needs h < 1, and \
      rectifier gives values from 0 upwards.
      """
    ),
    (["derive", "--all", "BP2"], "Unexpected argument 'BP2'"),
    (
      ["derive", "--brief", "--format", "html", "BP2"],
      "The option '--brief' has no meaning beside '--format html'."
    ),
    (
      ["derive", "--all", "--output", "directory", "--format", "latex"],
      "The option '--format' has no meaning beside '--all --output'."
    ),
    (
      ["derive", "BP2", "--format", "pdf"],
      """
      The value 'pdf' is invalid for '--format <format>'. Please provide one of 'text', 'json', \
      'markdown', 'latex' or 'html'.
      """
    ),
  ]

  @Test("Each mistake is named in these words", arguments: messages)
  func words(_ arguments: [String], _ message: String) {
    let error = #expect(throws: UsageError.self) { try Parser.parse(arguments, by: .nabla) }
    #expect(error?.mistake.message == message)
  }

  @Test("A message stays short and moves no cursor, whatever was typed")
  func abridging() throws {
    let run = try Nabla.run("check", String(repeating: "x", count: 100_000), "\u{1B}[2J\u{202E}")
    #expect(run.messages.hasPrefix("Error: Unexpected argument '?[2J?'\n"))
    let long = try Nabla.run("--" + String(repeating: "é", count: 50_000))
    #expect(long.messages.count < 500 && long.status == 64)
    #expect("word".abridged == "word")
    #expect(String(repeating: "x", count: 61).abridged.count == 60)
  }

  @Test("A suggestion is the nearest word below distance 4 that leaves something of what was typed")
  func suggestions() {
    let words = ["check", "gradient", "list"]
    #expect("chekc".nearest(of: words) == "check")
    #expect("grad".nearest(of: words) == nil)
    #expect("gradi".nearest(of: words) == "gradient")
    #expect("ls".nearest(of: words) == nil)
    #expect("lis".nearest(of: words) == "list")
    #expect("listing".nearest(of: words) == "list")
    #expect("nothing-like-it".nearest(of: words) == nil)
    #expect("list".nearest(of: []) == nil)
  }

  @Test(
    "The edit distance counts insertions, deletions and replacements",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
      ("chekc", "check", 2), ("é", "e", 1),
    ])
  func distance(_ source: String, _ target: String, _ distance: Int) {
    #expect(source.editDistance(to: target) == distance)
    #expect(target.editDistance(to: source) == distance)
  }
}
