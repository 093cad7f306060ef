// `nabla step`: one line at a time.

import Nabla

struct StepCommand: Subcommand {
  let subject: Subject
  let isQuiz: Bool
  let usesWords: Bool
  /// Where a page for a browser goes, instead of stepping here.
  let page: WholeFile?
  let output: OutputOptions

  /// What is stepped through.
  enum Subject {
    case derivation(Topic)
    /// The network in a file.
    case network(String)
  }

  init(_ invocation: Invocation) throws(UsageError) {
    isQuiz = invocation.has(.quiz)
    usesWords = invocation.has(.words)
    page = invocation.text(.html).map(WholeFile.init(path:))
    for option in [Option.quiz, .words] where page != nil && invocation.has(option) {
      throw UsageError(
        mistake: .excludedOption(option.spelling, by: Option.html.spelling), path: invocation.path)
    }
    output = OutputOptions(
      format: .text, color: invocation.choice(.color), charset: invocation.choice(.charset))
    subject = try Self.subject(invocation.arguments, invocation.path)
  }

  /// Words that name a derivation are one, whatever files there are: a file can be called ./BP2.
  private static func subject(
    _ words: [String], _ path: CommandPath
  ) throws(UsageError) -> Subject {
    do throws(TopicError) {
      return .derivation(try Topic.named(words))
    } catch {
      let word = words.joined(separator: " ")
      if words.count == 1, isFile(word) { return .network(word) }
      if words.count == 1, case .unknown(_, let nearest) = error {
        throw UsageError(
          mistake: .neitherFileNorDerivation(word, nearest: nearest), path: path)
      }
      throw UsageError(mistake: .unknownDerivation(error), path: path)
    }
  }

  /// Whether a word is a file, or meant to be one.
  private static func isFile(_ word: String) -> Bool {
    word == "-" || word.contains("/") || word.hasSuffix(".json") || access(word, F_OK) == 0
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    if let page {
      try page.write(output.charset.html(try html()))
      return .right
    }
    let walk = try walk()
    let isWatched = Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO)
    guard isWatched || usesWords else {
      try console.write(walk.text(style: console.textStyle))
      return .right
    }
    let stepper = Stepper(walk, isQuiz: isQuiz)
    if isWatched, !usesWords, Terminal.canDraw, RawTerminal.begin() {
      defer { RawTerminal.end() }
      var session = KeySession(stepper: stepper, console: console)
      try session.run()
    } else {
      var session = WordSession(stepper: stepper, console: console)
      try session.run()
    }
    return .right
  }

  private func walk() throws(Failure) -> Walk {
    switch subject {
    case .network(let path):
      let (example, check, title) = try Self.worked(path)
      return Walk(example, check: check, name: title)
    case .derivation(let topic): return Walk(try Self.checked(topic))
    }
  }

  /// The page: of a network it can be stepped through and its numbers changed, of a derivation it shows
  /// every line.
  private func html() throws(Failure) -> String {
    switch subject {
    case .network(let path):
      let (example, check, _) = try Self.worked(path)
      return example.steppingPage(check: check)
    case .derivation(let topic): return try Self.checked(topic).html()
    }
  }

  private static func checked(_ topic: Topic) throws(Failure) -> CheckedDerivation {
    let checked: CheckedDerivation
    do throws(DerivingError) {
      checked = CheckedDerivation(checking: try topic.derivation())
    } catch {
      throw Failure(message: "The derivation could not be found: \(error).", status: .failure)
    }
    if let failure = DeriveCommand.failure(of: [checked]) { throw failure }
    return checked
  }

  /// The network of a file with its numbers, what is measured of it, and what it is called.
  private static func worked(
    _ path: String
  ) throws(Failure) -> (WorkedExample, CheckReport, title: String) {
    let input = try NetworkInput.read(path)
    do throws(DerivingError) {
      let example = try WorkedExample(input.network, input.batch)
      return (example, GradientCheck(input.network, input.batch).run(), input.title)
    } catch {
      throw Failure(message: "\(error)", status: .failure)
    }
  }
}

// MARK: - The table's part

extension StepCommand {
  static let command = Command(
    name: "step",
    overview: "Step through a network or a derivation line by line, here or in a browser.",
    arguments: [
      Argument(
        name: "name", kind: .words(NameWords(names: Topic.all.map(\.words))),
        isRepeated: true,
        help: """
          A network file, or a derivation by a name that 'nabla derive' takes: a cost and a \
          hypothesis (log-loss softmax), an equation (BP2).
          """)
    ],
    options: [.quiz, .words, .html, .color, .charset],
    type: StepCommand.self)
}

extension Option {
  static let html = Option(
    name: "html", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Write a page that steps in a browser, where a network's numbers can be changed.")
  static let quiz = Option(
    name: "quiz", help: "Hide each line until it is asked for, and give hints.")
  static let words = Option(
    name: "words",
    help: "Read commands as words, a line each, instead of single keys.")
}
