// `nabla list`: the names that network files and options may use.

import Nabla

struct ListCommand: Subcommand {
  /// What to list; everything where it is `nil`.
  let topic: Topic?
  let output: OutputOptions

  /// What there are lists of, in the order in which they are printed.
  enum Topic: String, CaseIterable, Sendable {
    case activations, hypotheses, costs, pairs, schemes, derivations, mistakes
    case methods, updates, schedules, initialisations
  }

  init(_ invocation: Invocation) throws(UsageError) {
    topic = invocation.argument(0).flatMap(Topic.init(rawValue:))
    output = OutputOptions(invocation)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let lists = (topic.map { [$0] } ?? Topic.allCases).map(\.contents)
    let text =
      switch output.format {
      case .text: ListText(console: console, width: Terminal.width).text(lists)
      case .markdown: ListMarkdown.text(lists)
      case .json: ListJSON.text(lists)
      }
    try console.write(text)
    return .right
  }
}

// MARK: - The table's part

extension ListCommand {
  static let command = Command(
    name: "list",
    overview: "List the names that network files and options may use.",
    arguments: [
      Argument(
        name: "what", kind: .choice(Topic.allCases.map(\.rawValue)), isOptional: true,
        help: "What to list; everything where it is not given.")
    ],
    options: Option.printing,
    type: ListCommand.self)
}
