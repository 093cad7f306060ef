// The table of commands: the one description that parsing, help, suggestions and completions read.

/// A command: what it is called, what it takes, and what runs it.
struct Command: Sendable {
  let name: String
  /// A sentence; its beginning also stands in the list of subcommands.
  let overview: String
  var arguments: [Argument] = []
  var options: [Option] = []
  var subcommands: [Command] = []
  /// What runs it; `nil` for a command that only has subcommands.
  var type: (any Subcommand.Type)? = nil

  /// Its own options, and those that every command has.
  var allOptions: [Option] { options + [.version, .help] }
}

/// A command that can be run.
protocol Subcommand: Sendable {
  static var command: Command { get }
  /// What the words on the command line mean to it.
  init(_ invocation: Invocation) throws(UsageError)
  /// How its results are printed.
  var output: OutputOptions { get }
  func run(on console: Console) throws(Failure) -> ExitStatus
}

/// An argument that is known by its place.
struct Argument: Sendable {
  let name: String
  let kind: ValueKind
  var isOptional = false
  /// Whether every word that follows belongs to it too.
  var isRepeated = false
  let help: String

  /// As it stands in help and errors: `<file>`.
  var label: String { "<\(name)>" }
  /// As it stands in a usage line: `<file>`, `[<what>]` or `[<name> ...]`.
  var synopsis: String {
    let words = isRepeated ? label + " ..." : label
    return isOptional ? "[\(words)]" : words
  }
}

/// The commands from `nabla` down to the one that is meant.
struct CommandPath: Sendable {
  var commands: [Command]

  var command: Command { commands[commands.count - 1] }
  /// `nabla check`.
  var name: String { commands.map(\.name).joined(separator: " ") }
  /// `nabla check [<options>] <file>`.
  var usage: String {
    let own = command.subcommands.isEmpty ? ["[<options>]"] : ["<subcommand>"]
    return ([name] + own + command.arguments.map(\.synopsis)).joined(separator: " ")
  }
}
