// The completion scripts.

import Foundation
import Testing

@testable import NablaCommand

@Suite("Completions")
struct CompletionTests {
  @Test("Each shell accepts its script", arguments: Shell.allCases)
  func syntax(_ shell: Shell) throws {
    // zsh and fish are not everywhere; bash is.
    guard let program = find(shell.rawValue) else {
      #expect(shell != .bash)
      return
    }
    try withTemporaryDirectory { directory in
      let script = directory.appendingPathComponent("script")
      let run = try Nabla.run("--generate-completion-script", shell.rawValue)
      #expect(run.status == 0 && run.messages == "")
      try run.output.write(to: script, atomically: true, encoding: .utf8)
      #expect(try output(of: program, "-n", script.path) == "")
    }
  }

  @Test("Every subcommand, option and choice of the table stands in every script")
  func everything() {
    for shell in Shell.allCases {
      let script = shell.script(for: .nabla)
      for command in [Command.nabla] + Command.nabla.subcommands {
        #expect(script.contains(command.name))
        for option in command.allOptions {
          #expect(script.contains(option.name), "\(shell): \(option.name)")
          if case .choice(let words) = option.value?.kind {
            #expect(script.contains(words.joined(separator: " ")), "\(shell): \(option.name)")
          }
        }
      }
    }
  }

  @Test(
    "What bash offers behind a line",
    arguments: [
      (["nabla", ""], "check gradient derive work step draw train new list help"),
      (["nabla", "gr"], "gradient"),
      (["nabla", "help", "l"], "list"),
      (["nabla", "--gen"], "--generate-completion-script"),
      (["nabla", "check", "--s"], "--scheme --step --sample --seed --svg"),
      (["nabla", "check", "--t"], "--threads"),
      (["nabla", "check", "--e"], "--exhaustive"),
      (["nabla", "check", "--threads", ""], ""),
      (["nabla", "check", "--scheme", "f"], "forward five-point"),
      (["nabla", "check", "--scheme", "=", "f"], "forward five-point"),
      (["nabla", "check", "--format", "="], "text json markdown"),
      (["nabla", "check", "--step", ""], ""),
      (["nabla", "check", "--verbose", "net"], "net one.json net.json"),
      (["nabla", "check", "--svg", "net."], "net.json"),
      (["nabla", "check", "--c"], "--claim --curve --color --charset"),
      (["nabla", "check", "--claim", "net."], "net.json"),
      (["nabla", "list", "p"], "pairs"),
      (["nabla", "list", "d"], "derivations"),
      (["nabla", "list", "s"], "schemes schedules"),
      (["nabla", "train", "--s"], "--schedule --seed --save-every --svg --sweep"),
      (["nabla", "train", "--schedule", ""], "constant linear-decay"),
      (["nabla", "train", "--initialise", "l"], "large lecun"),
      (["nabla", "train", "--batch", "a"], "all"),
      (["nabla", "train", "--resume", "net."], "net.json"),
      (["nabla", "derive", "BP"], "BP1 BP2 BP3 BP4 BP3.1 BP4.1"),
      (["nabla", "derive", "p"], "penalty prior paths polynomial"),
      (["nabla", "derive", "log-loss", ""], "logistic softmax"),
      (["nabla", "derive", "log-loss", "softmax", ""], "log-sum-exp"),
      (["nabla", "derive", "cost", "log-loss", ""], ""),
      (["nabla", "draw", ""], "network neuron activation"),
      (["nabla", "draw", "activation", "l"], "linear logistic"),
      (["nabla", "draw", "network", "net"], "net one.json net.json"),
      (["nabla", "draw", "--slope-at-zero", ""], "0 1"),
      (["nabla", "step", "log-loss", ""], "logistic softmax"),
      (["nabla", "step", "--q"], "--quiz"),
      (["nabla", "new", "--"], "--name --dependency --version --help"),
      (["nabla", "new", "--name", ""], ""),
      (["nabla", "derive", "--all", "--ou"], "--output"),
      (["nabla", "derive", "--format", ""], "text json markdown latex html"),
    ])
  func bash(_ words: [String], _ offered: String) throws {
    let bash = try #require(find("bash"))
    try withTemporaryDirectory { directory in
      for name in ["net.json", "net one.json"] {
        try "".write(
          to: directory.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      let quoted = words.map { "'\($0)'" }.joined(separator: " ")
      let script =
        Shell.bash.script(for: .nabla) + """
          cd "$1" || exit 1
          COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
          _nabla
          printf '%s\\n' "${COMPREPLY[@]}"
          """
      let lines = try output(of: bash, "-c", script, "bash", directory.path)
        .split(separator: "\n").map { String($0) }
      // The order of files is the directory's.
      #expect(lines.sorted() == names(in: offered).sorted())
    }
  }

  /// The words of a line, in which a file's name with a space stays whole.
  private func names(in text: String) -> [String] {
    text.replacingOccurrences(of: "net one", with: "net\u{1}one").split(separator: " ")
      .map { $0.replacingOccurrences(of: "\u{1}", with: " ") }
  }

  private func find(_ program: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a program prints on both streams.
  private func output(of program: String, _ arguments: String...) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
