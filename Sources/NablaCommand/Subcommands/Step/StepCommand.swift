// `nabla step`: one line at a time.

import Nabla

struct StepCommand: Subcommand {
  let subject: Subject
  let isQuiz: Bool
  let usesWords: Bool
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
    case .network(let path): return try Self.walk(through: path)
    case .derivation(let topic):
      let checked = try Self.checked(topic)
      if let failure = DeriveCommand.failure(of: [checked]) { throw failure }
      return Walk(checked)
    }
  }

  private static func checked(_ topic: Topic) throws(Failure) -> CheckedDerivation {
    do throws(DerivingError) {
      return CheckedDerivation(checking: try topic.derivation())
    } catch {
      throw Failure(message: "The derivation could not be found: \(error).", status: .failure)
    }
  }

  /// The walk through forward and backward propagation of a network.
  private static func walk(through path: String) throws(Failure) -> Walk {
    let input = try NetworkInput.read(path)
    do throws(DerivingError) {
      let example = try WorkedExample(input.network, input.batch)
      return Walk(
        example, check: GradientCheck(input.network, input.batch).run(), name: input.title)
    } catch {
      throw Failure(message: "\(error)", status: .failure)
    }
  }
}

// MARK: - The table's part

extension StepCommand {
  static let command = Command(
    name: "step",
    overview: "Step through a derivation line by line, with hints, reasons and numbers.",
    arguments: [
      Argument(
        name: "name", kind: .words(NameWords(names: Topic.all.map(\.words))),
        isRepeated: true,
        help: """
          A derivation, by a name that 'nabla derive' takes: a cost and a hypothesis (log-loss \
          softmax), an equation (BP2); or a network file.
          """)
    ],
    options: [.quiz, .words, .color, .charset],
    type: StepCommand.self)
}

extension Option {
  static let quiz = Option(
    name: "quiz", help: "Hide each line until it is asked for, and give hints.")
  static let words = Option(
    name: "words",
    help: "Read commands as words, a line each, instead of single keys.")
}
