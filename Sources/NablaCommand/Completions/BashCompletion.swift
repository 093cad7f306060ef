// The completion script for bash, from version 3.2 on, which macOS has.

struct BashCompletion {
  let command: Command

  var script: String {
    """
    # Completion of \(command.name) for bash: source <(\(command.name) --generate-completion-script bash)
    _\(command.name)() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="" subcommand="" word
      (( COMP_CWORD > 0 )) && previous="${COMP_WORDS[COMP_CWORD-1]}"
      COMPREPLY=()
      # Bash takes --option=value for three words.
      if [[ "$current" == "=" ]]; then
        current=""
      elif [[ "$previous" == "=" ]] && (( COMP_CWORD > 1 )); then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ "$word" != -* ]]; then subcommand="$word"; break; fi
      done
      case "$subcommand" in
    \(clauses)
      esac
    }
    _\(command.name)_words() {
      local IFS=$'\\n'
      COMPREPLY=( $(IFS=' '; compgen -W "$1" -- "$2") )
    }
    _\(command.name)_files() {
      local IFS=$'\\n'
      COMPREPLY=( $(compgen -f -- "$1") )
      type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
    }
    complete -F _\(command.name) \(command.name)

    """
  }

  private var clauses: String {
    let names = command.subcommands.map(\.name) + ["help"]
    var lines = ["  \"\")"] + body(of: command, words: names)
    lines += [
      "    ;;", "  help)", "    " + offer(.words(command.subcommands.map(\.name))), "    ;;",
    ]
    for subcommand in command.subcommands {
      lines += ["  \(subcommand.name))"] + body(of: subcommand, words: []) + ["    ;;"]
    }
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  /// What is offered inside one command: values behind an option, options behind a dash, else what
  /// may stand there.
  private func body(of command: Command, words: [String]) -> [String] {
    var lines = ["    case \"$previous\" in"]
    for option in command.allOptions {
      guard let kind = option.value?.kind else { continue }
      lines.append("    \(option.spelling)) \(offer(kind.candidates)); return;;")
    }
    lines.append("    esac")
    let spellings = command.allOptions.flatMap(\.spellings)
    let argument = command.arguments.first.map { offers($0.kind.candidates) }
    lines += [
      "    if [[ \"$current\" == -* ]]; then",
      "      " + offer(.words(spellings)),
      "    else",
    ]
    lines += (argument ?? [offer(.words(words))]).map { "      " + $0 }
    lines.append("    fi")
    return lines
  }

  /// What is offered for an argument: behind the first words of a name, those that may follow.
  private func offers(_ candidates: Candidates) -> [String] {
    guard case .names(let names) = candidates else { return [offer(candidates)] }
    let clauses = [([], names.first)] + names.beginnings.map { ($0.words, $0.next) }
    return ["case \"${COMP_WORDS[*]:2:COMP_CWORD-2}\" in"]
      + clauses.map { words, next in
        "  '\(words.joined(separator: " "))') \(offer(.words(next)));;"
      } + names.beforeFiles.map { "  '\($0)') \(offer(.files));;" } + ["esac"]
  }

  private func offer(_ candidates: Candidates) -> String {
    switch candidates {
    case .files: "_\(command.name)_files \"$current\""
    case .words(let words): "_\(command.name)_words '\(words.joined(separator: " "))' \"$current\""
    case .names(let names): offer(.words(names.first))
    case .nothing: ":"
    }
  }
}
