// `nabla check`: is this gradient right?

import Nabla

struct CheckCommand: Subcommand {
  let file: String
  /// Somebody's gradients, which are checked instead of those of the engines.
  let claim: String?
  let scheme: SchemeChoice
  /// h, where it is not left to the scheme.
  let step: Double?
  /// How many parameters to measure; all where it is not given.
  let sample: Int?
  /// What the choice of the sample and of directions starts from.
  let seed: UInt64
  /// How many threads measure; as many as there are cores where it is not given.
  let threads: Int?
  /// Whether every nudge runs a whole forward pass.
  let isExhaustive: Bool
  /// Whether to measure along random directions instead of parameter by parameter.
  let isDirectional: Bool
  /// The parameter whose error is followed over many steps h.
  let curve: Coordinate?
  /// Where the picture of that curve goes.
  let picture: WholeFile?
  let isVerbose: Bool
  let output: OutputOptions

  init(_ invocation: Invocation) throws(UsageError) {
    file = invocation.arguments[0]
    claim = invocation.text(.claim)
    let name = invocation.text(.scheme)
    scheme = SchemeChoice.all.first { $0.name == name } ?? .automatic
    step = invocation.number(.step)
    sample = invocation.integer(.sample)
    seed = UInt64(invocation.integer(.seed) ?? 1)
    threads = invocation.integer(.threads)
    isExhaustive = invocation.has(.exhaustive)
    isDirectional = invocation.has(.directional)
    curve = invocation.parameter(.curve)
    picture = invocation.text(.svg).map(WholeFile.init(path:))
    isVerbose = invocation.has(.verbose)
    output = OutputOptions(invocation)
    if file == "-", claim == "-" {
      throw UsageError(
        mistake: .sameFile("-", label: Option.claim.errorLabel), path: invocation.path)
    }
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let input = try NetworkInput.read(file)
    var subject = CheckSubject(input.network, input.batch)
    if isExhaustive { subject.probe = { [subject] _ in subject.exhaustiveProbe() } }
    if let claim { return try check(claim, of: subject, input, on: console) }
    if let curve { return try draw(curve, of: subject, on: console) }
    return isDirectional
      ? try checkDirections(of: subject, input, on: console)
      : try checkParameters(of: subject, input, on: console)
  }

  /// Every parameter and every δ, or a sample of them.
  private func checkParameters(
    of subject: CheckSubject, _ input: NetworkFile, on console: Console
  ) throws(Failure) -> ExitStatus {
    let report = measuring { GradientCheck(subject, $0).run() }
    try write(report, input, on: console)
    return report.selfTest.passed ? ExitStatus(report.verdict) : .failure
  }

  /// What measures as the options say, with a bar while it takes long.
  func measuring<Report>(_ check: (CheckOptions) -> Report) -> Report {
    let progress = SharedProgress(title: "Measuring")
    defer { progress.finish() }
    return check(
      CheckOptions(
        scheme: scheme, step: step, sample: sample, seed: seed,
        threads: threads ?? coreCount, progress: { progress.advance(to: $0, of: $1) }))
  }

  /// Random directions.
  private func checkDirections(
    of subject: CheckSubject, _ input: NetworkFile, on console: Console
  ) throws(Failure) -> ExitStatus {
    let report = DirectionalCheck(subject, seed: seed, threads: threads ?? coreCount).run()
    let text =
      switch output.format {
      case .text: report.text(style: console.textStyle, fileWarnings: input.warnings)
      case .json: report.json(fileWarnings: input.warnings)
      case .markdown: report.markdown(fileWarnings: input.warnings)
      }
    try console.write(text)
    return report.selfTestPassed ? ExitStatus(report.verdict) : .failure
  }

  /// The error of one parameter's derivative against the step.
  private func draw(
    _ parameter: Coordinate, of subject: CheckSubject, on console: Console
  ) throws(Failure) -> ExitStatus {
    if let absence = parameter.absence(fromSizes: subject.network.sizes) {
      throw Failure(message: absence, status: .usage)
    }
    let fixed: DifferenceScheme? = if case .fixed(let scheme) = scheme { scheme } else { nil }
    let curve = ErrorCurve(subject, parameter, scheme: fixed, step: step)
    try picture?.write(curve.svg())
    let text =
      switch output.format {
      case .text: curve.text(style: console.textStyle)
      case .json: curve.json()
      case .markdown: curve.markdown()
      }
    try console.write(text)
    return .right
  }
}

// MARK: - The table's part

extension CheckCommand {
  static let command = Command(
    name: "check",
    overview: "Measure every derivative of a network's cost and compare with backprop.",
    arguments: [.networkFile],
    options: [
      .claim, .scheme, .step, .sample, .seed, .threads, .exhaustive, .directional, .curve, .svg,
      .verbose,
    ] + Option.printing,
    type: CheckCommand.self)
}

extension Option {
  static let claim = Option(
    name: "claim", value: OptionValue(placeholder: "gradients", kind: .inputFile),
    excludes: ["directional", "curve"],
    help: """
      Check these gradients instead, from a program of your own: JSON in the shapes of the network \
      file, NumPy's .npz or .npy, or - for standard input.
      """)
  static let scheme = Option(
    name: "scheme",
    value: OptionValue(
      placeholder: "name",
      kind: .choice(SchemeChoice.all.map(\.name)),
      standard: "auto"),
    help: "How derivatives are measured.")
  static let step = Option(
    name: "step", value: OptionValue(placeholder: "h", kind: .positiveNumber),
    help: "The step h of the scheme. Without it, h is chosen for each parameter.")
  static let sample = Option(
    name: "sample", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "Measure only so many parameters, chosen at random.")
  static let seed = Option(
    name: "seed",
    value: OptionValue(placeholder: "s", kind: .integer(atLeast: 0), standard: "1"),
    help: "Where the random choice starts.")
  static let threads = Option(
    name: "threads", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "How many threads measure; one for each core without it. The report is the same.")
  static let exhaustive = Option(
    name: "exhaustive",
    help: """
      Run a whole forward pass for every nudge, instead of following what it changes. Much slower, \
      and the bounds are wider.
      """)
  static let directional = Option(
    name: "directional", excludes: ["scheme", "step", "sample", "curve", "verbose"],
    help: "Measure along random directions instead of parameter by parameter.")
  static let curve = Option(
    name: "curve", value: OptionValue(placeholder: "parameter", kind: .parameter),
    excludes: ["sample", "threads", "exhaustive", "verbose"],
    help: """
      Show how the error depends on h for one parameter: w(2,1,3) is the weight to node 1 of layer \
      2 from node 3 of layer 1, b(2,1) is the bias of node 1 of layer 2.
      """)
  static let svg = Option(
    name: "svg", value: OptionValue(placeholder: "file", kind: .outputFile), needs: "curve",
    help: "Also draw that curve, into this file.")
  static let verbose = Option(name: "verbose", help: "Show every parameter, not only the worst.")
}
