// The completion script for zsh.

struct ZshCompletion {
  let command: Command

  init(command: Command) { self.command = command }

  var script: String {
    """
    #compdef \(command.name)
    # Completion of \(command.name) for zsh: save it as _\(command.name) in a directory of $fpath.
    _\(command.name)() {
      local context state state_descr line
      typeset -A opt_args
      local -a subcommands
      subcommands=(
    \(descriptions)
      )
      _arguments -C \\
    \(lines(options(of: command) + places, indent: 4))
      case $state in
        subcommand)
          _describe -t commands subcommand subcommands
          ;;
        argument)
          case $line[1] in
    \(clauses)
            help)
              _arguments '1:subcommand:(\(command.subcommands.map(\.name).joined(separator: " ")))'
              ;;
          esac
          ;;
      esac
    }
    if [[ $funcstack[1] == _\(command.name) ]]; then
      _\(command.name) "$@"
    else
      compdef _\(command.name) \(command.name)
    fi

    """
  }

  private let places = ["'1:subcommand:->subcommand'", "'*::argument:->argument'"]

  private var descriptions: String {
    let rows = command.subcommands.map { ($0.name, $0.overview) } + [("help", "Show help.")]
    return rows.map { name, text in
      "    " + "\(name):\(text.replacing(":", with: "\\:"))".quotedForShell
    }.joined(separator: "\n")
  }

  private var clauses: String {
    command.subcommands.map { subcommand in
      let arguments = subcommand.arguments.enumerated().map { place, argument in
        let optional = argument.isOptional ? ":" : ""
        let values = action(argument.kind.candidates)
        return argument.isRepeated
          ? "'*:\(argument.name):\(values)'"
          : "'\(place + 1):\(optional)\(argument.name):\(values)'"
      }
      return """
                \(subcommand.name))
                  _arguments \\
        \(lines(options(of: subcommand) + arguments, indent: 12))
                  ;;
        """
    }.joined(separator: "\n")
  }

  /// A specification for each option, as `_arguments` reads it.
  private func options(of command: Command) -> [String] {
    command.allOptions.flatMap { option in
      let help = option.help.filter { !"[]".contains($0) }
      guard let value = option.value else {
        return option.spellings.map { "\($0)[\(help)]".quotedForShell }
      }
      let rest = ":\(value.placeholder):\(action(value.kind.candidates))"
      return ["\(option.spelling)=[\(help)]\(rest)".quotedForShell]
    }
  }

  /// A line each, all but the last with a backslash at the end.
  private func lines(_ specifications: [String], indent: Int) -> String {
    specifications.map { String(repeating: " ", count: indent) + $0 }
      .joined(separator: " \\\n")
  }

  private func action(_ candidates: Candidates) -> String {
    switch candidates {
    case .files: "_files"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .names(let names) where !names.beforeFiles.isEmpty:
      "_alternative \"names:name:(\(names.all.joined(separator: " ")))\" \"files:file:_files\""
    case .names(let names): "(\(names.all.joined(separator: " ")))"
    case .nothing: " "
    }
  }
}
