// `nabla gradient`: the cost, every node's values, and the gradient.

import Nabla

struct GradientCommand: Subcommand {
  let file: String
  let engine: Engine
  let output: OutputOptions

  /// Who computes it.
  enum Engine: String, CaseIterable, Sendable {
    case scalar, batch
  }

  init(_ invocation: Invocation) throws(UsageError) {
    file = invocation.arguments[0]
    engine = invocation.choice(.engine)
    output = OutputOptions(invocation)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let input = try NetworkInput.read(file)
    let report =
      switch engine {
      case .scalar: report(of: ScalarPropagation<Double>(input.network, input.batch), input)
      case .batch: report(of: BatchPropagation<Double>(input.network, input.batch), input)
      }
    let text =
      switch output.format {
      case .text: report.text(style: console.textStyle)
      case .json: report.json()
      case .markdown: report.markdown()
      }
    try console.write(text)
    return .right
  }

  private func report(
    of propagation: some PropagationEngine<Double>, _ input: NetworkFile
  ) -> GradientReport {
    let forward = propagation.forward(holding: nil)
    return GradientReport(
      network: input.network, batch: input.batch, forward: forward,
      backward: propagation.backward(forward), engine: engine.rawValue,
      classNames: input.classNames)
  }
}

// MARK: - The table's part

extension GradientCommand {
  static let command = Command(
    name: "gradient",
    overview: "Print the cost J, every z, a and delta, and the gradients.",
    arguments: [.networkFile],
    options: [.engine] + Option.printing,
    type: GradientCommand.self)
}

extension Option {
  static let engine = Option(
    name: "engine",
    value: OptionValue(
      placeholder: "engine", kind: .choice(GradientCommand.Engine.allCases.map(\.rawValue)),
      standard: "batch"),
    help: "Which engine computes it: loops as the notes write them, or matrices.")
}
