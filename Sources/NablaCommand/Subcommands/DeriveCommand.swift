// `nabla derive`: where does this formula come from?

import Nabla

struct DeriveCommand: Subcommand {
  let topics: [Topic]
  let isAll: Bool
  let format: DocumentFormat
  let isBrief: Bool
  /// A file, or a directory for all derivations; standard output where it is not given.
  let path: String?
  let output: OutputOptions

  init(_ invocation: Invocation) throws(UsageError) {
    func mistake(_ mistake: UsageError.Mistake) -> UsageError {
      UsageError(mistake: mistake, path: invocation.path)
    }
    format = invocation.choice(.documentFormat)
    isBrief = invocation.has(.brief)
    isAll = invocation.has(.all)
    path = invocation.text(.output)
    output = OutputOptions(invocation, as: format)
    if isAll {
      if let word = invocation.arguments.first { throw mistake(.unexpectedArgument(word)) }
      topics = Topic.all
      for option in [Option.documentFormat, .brief, .charset, .color]
      where path != nil && invocation.isGiven(option) {
        throw mistake(.excludedOption(option.spelling, by: "--all --output"))
      }
    } else {
      if invocation.arguments.isEmpty { throw mistake(.missingDerivation) }
      do {
        topics = [try Topic.named(invocation.arguments)]
      } catch {
        throw mistake(.unknownDerivation(error))
      }
    }
    if isBrief, format != .text {
      throw mistake(.excludedOption("--brief", by: "--format \(format.rawValue)"))
    }
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let checked = try derivations()
    let failure = Self.failure(of: checked)
    if isAll, let path {
      if let failure { throw failure }
      try Directory(path: path).write(DerivationFolder(zip(topics, checked)).files)
      try console.write(Self.summary(of: checked) + "\n")
    } else if let path {
      // A file is no terminal: no colours, unless they are asked for.
      let isColored = output.color == .always && format == .text
      let style = TextStyle(
        width: 80, isColored: isColored, charset: console.textStyle.charset)
      try WholeFile(path: path).write(console.rendered(text(checked, style: style)))
    } else {
      try console.write(text(checked, style: console.textStyle))
    }
    if let failure { throw failure }
    return .right
  }

  /// How much was derived and checked: "62 derivations, 1073 lines, 2799 checks, all passed".
  private static func summary(of checked: [CheckedDerivation]) -> String {
    let lines = checked.reduce(0) { $0 + $1.lineCount }
    let checks = checked.reduce(0) { $0 + $1.checkCount }
    return "\(checked.count) derivations, \(lines) lines, \(checks) checks, all passed"
  }

  /// Which derivations, and which of their lines, fail the checks; `nil` where none does.
  static func failure(of checked: [CheckedDerivation]) -> Failure? {
    let failed = checked.filter { !$0.passed }.map { checked in
      let lines = checked.derivation.lines.map(\.id).filter { id in
        checked.checks[id, default: []].contains { !$0.passed }
      }
      return "\(checked.derivation.name) (\(lines.count == 1 ? "line" : "lines") "
        + "\(lines.joined(separator: ", ")))"
    }
    if failed.isEmpty { return nil }
    return Failure(
      message: "The checks of these derivations failed: \(failed.joined(separator: "; ")).",
      status: .failure)
  }

  private func derivations() throws(Failure) -> [CheckedDerivation] {
    let progress = SharedProgress(title: "Deriving")
    defer { progress.finish() }
    do throws(DerivingError) {
      return try CheckedDerivation.checking(topics) { progress.advance(to: $0, of: $1) }
    } catch {
      throw Failure(message: "A derivation could not be found: \(error).", status: .failure)
    }
  }

  private func text(_ checked: [CheckedDerivation], style: TextStyle) -> String {
    switch format {
    case .text:
      checked.map { (isBrief ? $0.brief : $0).text(style: style) }.joined(separator: "\n\n")
    case .json:
      isAll
        ? JSONOutput.array(checked.map { $0.jsonValue() }).text() + "\n"
        : checked.map { $0.json() }.joined()
    case .markdown: checked.map { $0.markdown() }.joined(separator: "\n")
    case .latex: CheckedDerivation.latex(checked)
    case .html:
      output.charset.html(
        isAll
          ? CheckedDerivation.html(checked, title: "Derivations")
          : checked.map { $0.html() }.joined())
    }
  }
}

// MARK: - The table's part

extension DeriveCommand {
  static let command = Command(
    name: "derive",
    overview: "Derive a formula line by line, and check every line by numbers.",
    arguments: [
      Argument(
        name: "name", kind: .words(NameWords(names: Topic.all.map(\.words))), isOptional: true,
        isRepeated: true,
        help: """
          What to derive: a cost and a hypothesis (log-loss softmax), an equation (BP2), or another \
          name that 'nabla list derivations' shows.
          """)
    ],
    options: [.all, .output, .brief, .documentFormat, .color, .charset],
    type: DeriveCommand.self)
}

extension Option {
  static let all = Option(name: "all", help: "Derive everything that has a name.")
  static let output = Option(
    name: "output", value: OptionValue(placeholder: "path", kind: .outputFile),
    help: """
      Write into this file. With --all it is a directory, and gets a Markdown file for each derivation \
      and README.md, their index.
      """)
  static let brief = Option(
    name: "brief", help: "Leave out the smaller steps. Only for the format text.")
}
