// From words to a request, by the table.

/// Reads a command line word by word.
struct Parser {
  private var words: ArraySlice<String>
  private var invocation: Invocation

  /// What the words after the command's name ask for.
  static func parse(_ words: [String], by root: Command) throws(UsageError) -> Request {
    let rootPath = CommandPath(commands: [root])
    guard let first = words.first else { return .help(rootPath) }
    if first == "help" { return try help(Array(words.dropFirst()), rootPath) }
    guard first.isOption || first == "--" else {
      var path = rootPath
      path.commands.append(try subcommand(first, in: rootPath))
      return try parse(words.dropFirst(), path)
    }
    return try parse(words[...], rootPath)
  }

  private static func parse(
    _ words: ArraySlice<String>, _ path: CommandPath
  ) throws(UsageError) -> Request {
    // Whoever asks for help gets it, whatever else is wrong on the line.
    let options = words.prefix { $0 != "--" }
    if options.contains(where: Option.help.spellings.contains) { return .help(path) }
    if options.contains(where: Option.version.spellings.contains) { return .version }
    var parser = Parser(words: words, invocation: Invocation(path: path))
    try parser.readAll()
    return try parser.request()
  }

  /// `nabla help`, `nabla help check`.
  private static func help(
    _ names: [String], _ rootPath: CommandPath
  ) throws(UsageError) -> Request {
    var path = rootPath
    for name in names where !Option.help.spellings.contains(name) {
      guard path.command.type == nil else {
        throw UsageError(mistake: .unexpectedArgument(name), path: path)
      }
      path.commands.append(try subcommand(name, in: path))
    }
    return .help(path)
  }

  private static func subcommand(
    _ name: String, in path: CommandPath
  ) throws(UsageError) -> Command {
    let commands = path.command.subcommands
    if let command = commands.first(where: { $0.name == name }) { return command }
    let nearest = name.nearest(of: commands.map(\.name) + ["help"])
    throw UsageError(mistake: .unknownSubcommand(name, nearest: nearest), path: path)
  }
}

// MARK: - Words

extension Parser {
  private var command: Command { invocation.path.command }

  private mutating func readAll() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        while let rest = words.popFirst() { try addArgument(rest) }
      } else if word.isOption {
        try readOption(word)
      } else {
        try addArgument(word)
      }
    }
  }

  /// `--name value`, `--name=value`, `--flag`.
  private mutating func readOption(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    let known = command.allOptions
    guard let option = known.first(where: { $0.spellings.contains(spelling) }) else {
      let nearest = spelling.nearest(of: known.map(\.spelling))
      throw mistake(.unknownOption(spelling, nearest: nearest))
    }
    guard let value = option.value else {
      if let attached { throw mistake(.valueForFlag(attached, flag: option.spelling)) }
      invocation.flags.insert(option.name)
      return
    }
    guard invocation.options[option.name] == nil else {
      throw mistake(.repeatedOption(option.spelling))
    }
    guard let text = attached ?? nextValue() else {
      throw mistake(.missingValue(label: option.errorLabel))
    }
    invocation.options[option.name] = try read(text, value.kind, label: option.errorLabel)
  }

  /// The next word, if it can be a value: `-` and negative numbers can, options cannot.
  private mutating func nextValue() -> String? {
    guard let next = words.first, next != "--", !next.isOption else { return nil }
    return words.removeFirst()
  }

  private mutating func addArgument(_ word: String) throws(UsageError) {
    var place = invocation.arguments.count
    if let last = command.arguments.indices.last, command.arguments[last].isRepeated {
      place = min(place, last)
    }
    guard place < command.arguments.count else {
      if place == 0, !command.subcommands.isEmpty {
        _ = try Self.subcommand(word, in: invocation.path)
      }
      throw mistake(.unexpectedArgument(word))
    }
    let argument = command.arguments[place]
    _ = try read(word, argument.kind, label: argument.label)
    invocation.arguments.append(word)
  }

  private func read(
    _ word: String, _ kind: ValueKind, label: String
  ) throws(UsageError) -> Value {
    do {
      return try kind.read(word)
    } catch {
      throw mistake(.invalidValue(word, label: label, problem: error.problem))
    }
  }

  private func mistake(_ mistake: UsageError.Mistake) -> UsageError {
    UsageError(mistake: mistake, path: invocation.path)
  }
}

// MARK: - The whole

extension Parser {
  private func request() throws(UsageError) -> Request {
    let required = command.arguments.filter { !$0.isOptional }
    if invocation.arguments.count < required.count {
      throw mistake(.missingArgument(label: required[invocation.arguments.count].label))
    }
    for option in command.options where isGiven(option.name) {
      if let other = option.excludes.first(where: isGiven) {
        throw mistake(.excludedOption("--\(other)", by: option.spelling))
      }
      if let needed = option.needs, !isGiven(needed) {
        throw mistake(.lonelyOption(option.spelling, needs: "--\(needed)"))
      }
    }
    if let type = command.type { return .run(try type.init(invocation)) }
    if let name = invocation.text(.completionScript), let shell = Shell(rawValue: name) {
      return .completionScript(shell)
    }
    throw mistake(.missingSubcommand)
  }

  private func isGiven(_ option: String) -> Bool {
    invocation.flags.contains(option) || invocation.options[option] != nil
  }
}

extension String {
  /// Whether the word is written as an option: `-` alone is a file, and `-1e-3` is a number.
  fileprivate var isOption: Bool { hasPrefix("-") && count > 1 && Double(self) == nil }
}
