// Completion scripts, made from the table of commands.

/// A shell that can complete the command's words.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script that teaches the shell the words of a command and its subcommands.
  func script(for command: Command) -> String {
    switch self {
    case .bash: BashCompletion(command: command).script
    case .zsh: ZshCompletion(command: command).script
    case .fish: FishCompletion(command: command).script
    }
  }
}

/// What a shell offers for a value.
enum Candidates {
  case files
  case words([String])
  /// Names of several words, each with what may follow.
  case names(NameWords)
  case nothing
}

extension ValueKind {
  var candidates: Candidates {
    switch self {
    case .inputFile, .outputFile, .outputDirectory: .files
    case .choice(let words): .words(words)
    case .words(let names): .names(names)
    case .countOrWord(let word): .words([word])
    case .integer, .number, .positiveNumber, .magnitude, .share, .sweep, .parameter, .sizes,
      .moduleName:
      .nothing
    }
  }
}

extension String {
  /// The text between single quotes for bash and zsh, which have no escape inside them.
  var quotedForShell: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
