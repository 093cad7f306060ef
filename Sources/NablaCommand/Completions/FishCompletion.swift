// The completion script for fish.

struct FishCompletion {
  let command: Command

  var script: String {
    let names = command.subcommands.map(\.name) + ["help"]
    let top = "not __fish_seen_subcommand_from \(names.joined(separator: " "))"
    var lines = [
      "# Completion of \(command.name) for fish: "
        + "\(command.name) --generate-completion-script fish | source",
      "complete -c \(command.name) -f",
    ]
    lines += command.allOptions.map { line(for: $0, where: top) }
    lines += command.subcommands.map { subcommand in
      line(where: top, "-a \(subcommand.name) -d \(quoted(subcommand.overview))")
    }
    lines.append(line(where: top, "-a help -d 'Show help.'"))
    for subcommand in command.subcommands {
      let inside = "__fish_seen_subcommand_from \(subcommand.name)"
      lines += subcommand.allOptions.map { line(for: $0, where: inside) }
      lines += subcommand.arguments.compactMap { argument in
        offer(argument.kind.candidates).map { line(where: inside, $0) }
      }
    }
    let subcommands = command.subcommands.map(\.name).joined(separator: " ")
    lines.append(line(where: "__fish_seen_subcommand_from help", "-a \(quoted(subcommands))"))
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(for option: Option, where condition: String) -> String {
    let letter = option.letter.map { "-s \($0) " } ?? ""
    let value = option.value.map { " -r " + (offer($0.kind.candidates) ?? "-f") } ?? ""
    return line(
      where: condition, "\(letter)-l \(option.name)\(value) -d \(quoted(option.help))")
  }

  private func line(where condition: String, _ rest: String) -> String {
    "complete -c \(command.name) -n '\(condition)' \(rest)"
  }

  private func offer(_ candidates: Candidates) -> String? {
    switch candidates {
    case .files: "-F"
    case .words(let words): "-f -a \(quoted(words.joined(separator: " ")))"
    case .names(let names):
      "\(names.beforeFiles.isEmpty ? "-f" : "-F") -a \(quoted(names.all.joined(separator: " ")))"
    case .nothing: nil
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
