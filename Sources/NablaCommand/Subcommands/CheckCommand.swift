// `nabla check`: is this gradient right?

import Nabla

struct CheckCommand: Subcommand {
  let file: String
  /// The name of a difference scheme, or `auto`.
  let scheme: String
  /// h, where it is not left to the scheme.
  let step: Double?
  /// How many parameters to measure; all where it is not given.
  let sample: Int?
  /// What the choice of the sample and of directions starts from.
  let seed: UInt64
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
    scheme = invocation.text(.scheme) ?? "auto"
    step = invocation.number(.step)
    sample = invocation.integer(.sample)
    seed = UInt64(invocation.integer(.seed) ?? 1)
    isDirectional = invocation.has(.directional)
    curve = invocation.parameter(.curve)
    picture = invocation.text(.svg).map(WholeFile.init(path:))
    isVerbose = invocation.has(.verbose)
    output = OutputOptions(invocation)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    // To be wired: engines, checker, report; the verdict is the status.
    _ = try NetworkInput.read(file)
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
      .scheme, .step, .sample, .seed, .directional, .curve, .svg, .verbose,
    ] + Option.output,
    type: CheckCommand.self)
}

extension Option {
  static let scheme = Option(
    name: "scheme",
    value: OptionValue(
      placeholder: "name",
      kind: .choice([
        "auto", "forward", "central", "five-point", "seven-point", "ridders", "complex-step",
        "dual",
      ]),
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
  static let directional = Option(
    name: "directional",
    help: "Measure along random directions instead of parameter by parameter.")
  static let curve = Option(
    name: "curve", value: OptionValue(placeholder: "parameter", kind: .parameter),
    help: """
      Show how the error depends on h for one parameter: w(2,1,3) is the weight to node 1 of layer \
      2 from node 3 of layer 1, b(2,1) is the bias of node 1 of layer 2.
      """)
  static let svg = Option(
    name: "svg", value: OptionValue(placeholder: "file", kind: .outputFile), needs: "curve",
    help: "Also draw that curve, into this file.")
  static let verbose = Option(name: "verbose", help: "Show every parameter, not only the worst.")
}
