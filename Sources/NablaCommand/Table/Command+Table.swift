// The table itself. A new subcommand is a file of its own and a word in this one.

extension Command {
  static let version = "0.1.0"

  static let nabla = Command(
    name: "nabla",
    overview: """
      Check the gradients of neural networks: is this gradient right, and if not, which line of the \
      calculus is wrong?
      """,
    options: [.completionScript],
    subcommands: [
      CheckCommand.command, GradientCommand.command, DeriveCommand.command, WorkCommand.command,
      StepCommand.command, DrawCommand.command, TrainCommand.command, NewCommand.command,
      ListCommand.command,
    ])
}

extension Option {
  static let help = Option(name: "help", letter: "h", help: "Show help information.")
  static let version = Option(name: "version", help: "Show the version.")
  static let completionScript = Option(
    name: "generate-completion-script",
    value: OptionValue(placeholder: "shell", kind: .choice(Shell.allCases.map(\.rawValue))),
    help: "Print a script with which a shell completes this command.")

  // What every command that prints has.
  static let format = format(Format.allCases.map(\.rawValue))
  static let color = Option(
    name: "color",
    value: OptionValue(
      placeholder: "when", kind: .choice(ColorChoice.allCases.map(\.rawValue)), standard: "auto"),
    help: "Whether to print in color. NO_COLOR turns it off where this option is not given.")
  static let charset = Option(
    name: "charset",
    value: OptionValue(
      placeholder: "charset", kind: .choice(Charset.allCases.map(\.rawValue)),
      standard: "unicode"),
    help: "Whether symbols are printed as they are or spelled in ASCII.")
  static let printing = [format, color, charset]
  /// Of commands whose results are documents.
  static let documentFormat = format(DocumentFormat.allCases.map(\.rawValue))

  /// `--format` with the formats that a command has.
  static func format(_ formats: [String]) -> Option {
    Option(
      name: "format",
      value: OptionValue(placeholder: "format", kind: .choice(formats), standard: "text"),
      help: "What the result is printed as.")
  }
}

extension Argument {
  static let networkFile = Argument(
    name: "file", kind: .inputFile,
    help: "A network file in JSON, or - for standard input.")
}
