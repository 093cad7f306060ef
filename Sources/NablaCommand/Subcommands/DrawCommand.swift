// `nabla draw`: a network, a neuron, an activation function, as SVG.

import Nabla

struct DrawCommand: Subcommand {
  let subject: Subject
  let example: Int
  /// A file; standard output where it is not given.
  let path: String?
  let output = OutputOptions()

  /// What is drawn.
  enum Subject: Sendable {
    case network(file: String)
    case neuron
    case activation(Activation)
  }

  /// The word for it on the command line.
  enum Kind: String, CaseIterable, Sendable {
    case network, neuron, activation
  }

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.arguments
    guard let kind = Kind(rawValue: words[0]) else {
      throw Self.unknown(words[0], among: Kind.allCases.map(\.rawValue), "<what>", invocation)
    }
    let label = kind == .network ? "<file>" : "<activation>"
    let count = kind == .neuron ? 1 : 2
    if words.count < count {
      throw UsageError(mistake: .missingArgument(label: label), path: invocation.path)
    }
    if words.count > count {
      throw UsageError(mistake: .unexpectedArgument(words[count]), path: invocation.path)
    }
    try Self.refuseOthers(kind, invocation)
    example = invocation.integer(.example) ?? 1
    path = invocation.text(.resultFile)
    subject =
      switch kind {
      case .network: .network(file: words[1])
      case .neuron: .neuron
      case .activation: .activation(try Self.activation(words[1], invocation))
      }
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let picture = try svg()
    if let path {
      try WholeFile(path: path).write(picture)
    } else {
      try console.write(picture)
    }
    return .right
  }

  private func svg() throws(Failure) -> String {
    switch subject {
    case .neuron: return NeuronPicture().svg()
    case .activation(let activation): return ActivationPicture(activation).svg()
    case .network(let file):
      let input = try NetworkInput.read(file)
      if example > input.batch.count {
        throw Failure(
          message: "There is no example \(example): the file has \(input.batch.count).",
          status: .usage)
      }
      let forward = BatchPropagation<Double>(input.network, input.batch).forward(holding: nil)
      return NetworkPicture(input.network, values: .init(forward, example: example)).svg()
    }
  }
}

// MARK: - Reading the words

extension DrawCommand {
  private static func unknown(
    _ word: String, among names: [String], _ label: String, _ invocation: Invocation
  ) -> UsageError {
    let problem = UsageError.Problem.notChoice(nearest: word.nearest(of: names), of: names)
    return UsageError(
      mistake: .invalidValue(word, label: label, problem: problem), path: invocation.path)
  }

  /// An option that means nothing to this picture is a mistake.
  private static func refuseOthers(_ kind: Kind, _ invocation: Invocation) throws(UsageError) {
    let others: [Option] =
      switch kind {
      case .network: [.parameterValue, .slopeAtZero]
      case .neuron: [.example, .parameterValue, .slopeAtZero]
      case .activation: [.example]
      }
    for option in others where invocation.isGiven(option) {
      throw UsageError(
        mistake: .excludedOption(option.spelling, by: kind.rawValue), path: invocation.path)
    }
  }

  /// The function with that name, its parameter as an option gives it.
  private static func activation(
    _ word: String, _ invocation: Invocation
  ) throws(UsageError) -> Activation {
    guard let activation = Activation.named(word) else {
      if let hypothesis = Hypothesis.named(word), !hypothesis.isElementwise {
        throw UsageError(mistake: .noCurve(hypothesis.name), path: invocation.path)
      }
      throw unknown(
        word, among: Activation.all.flatMap { [$0.name] + $0.aliases }, "<activation>", invocation)
    }
    var value: Double?
    for option in [Option.parameterValue, .slopeAtZero] where invocation.isGiven(option) {
      guard activation.parameter?.name == option.name else {
        throw UsageError(
          mistake: .excludedOption(option.spelling, by: activation.name), path: invocation.path)
      }
      value = invocation.number(option) ?? invocation.text(option).flatMap(Double.init)
    }
    return value.map { activation.with(parameter: $0) } ?? activation
  }
}

// MARK: - The table's part

extension DrawCommand {
  private static var names: [[String]] {
    [["network"], ["neuron"], ["activation"]] + Activation.all.map { ["activation", $0.name] }
  }

  static let command = Command(
    name: "draw",
    overview: "Draw a network, a neuron or an activation function, as SVG.",
    arguments: [
      Argument(
        name: "what", kind: .words(NameWords(names: names, beforeFiles: ["network"])),
        isRepeated: true,
        help: """
          What to draw: network and a network file in JSON (or - for standard input), neuron, or \
          activation and the name of a function.
          """)
    ],
    options: [.example, .parameterValue, .slopeAtZero, .resultFile],
    type: DrawCommand.self)
}

extension Option {
  static let example = Option(
    name: "example",
    value: OptionValue(placeholder: "m", kind: .integer(atLeast: 1), standard: "1"),
    help: "The example whose values are written into a network.")
  static let parameterValue = Option(
    name: "k", value: OptionValue(placeholder: "k", kind: .number),
    help: "The parameter of the activations linear and step.")
  static let slopeAtZero = Option(
    name: "slope-at-zero",
    value: OptionValue(placeholder: "slope", kind: .choice(["0", "1"])),
    help: "What counts as the slope of the rectifier at 0.")
  static let resultFile = Option(
    name: "output", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Write into this file, whole or not at all.")
}
