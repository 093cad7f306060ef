// What the table of commands says of `nabla work`.

import Nabla

extension WorkCommand {
  static let command = Command(
    name: "work",
    overview: "Work a network through with its numbers: sheets to hand out.",
    arguments: [
      Argument(
        name: "file", kind: .inputFile, isOptional: true,
        help: "A network file in JSON, or - for standard input; none with --generate.")
    ],
    options: [
      .sheet, .fade, .selfCheck, .exampleAlone, .paths, .digits, .rate, .full, .generate,
      .activation, .hypothesis, .cost, .variants, .seed, .resultFile, .documentFormat, .color,
      .charset,
    ],
    type: WorkCommand.self)
}

extension Option {
  static let sheet = Option(
    name: "sheet",
    value: OptionValue(
      placeholder: "kind", kind: .choice(Sheet.Kind.allCases.map(\.rawValue)),
      standard: Sheet.Kind.answer.rawValue),
    help: """
      What is printed: the question with blanks, the answer, or the answer with the value that each \
      common mistake would print.
      """)
  static let fade = Option(
    name: "fade",
    value: OptionValue(placeholder: "direction", kind: .choice(["backward"])),
    help: """
      A series of questions: on the first sheet the last step of the backward pass is blank, then the \
      last two, and so on.
      """)
  static let selfCheck = Option(
    name: "self-check", help: "Print the measured derivatives on a question sheet too.")
  static let exampleAlone = Option(
    name: "example", value: OptionValue(placeholder: "m", kind: .integer(atLeast: 1)),
    help: "Work this example of the batch alone.")
  static let paths = Option(
    name: "paths", value: OptionValue(placeholder: "parameter", kind: .parameter),
    help: "List every path from a weight w(l,i,j) or a bias b(l,i) to the cost.")
  static let digits = Option(
    name: "digits",
    value: OptionValue(
      placeholder: "d", kind: .choice((1...10).map(String.init)), standard: "4"),
    help: "How many decimals computed numbers have.")
  static let rate = Option(
    name: "rate", value: OptionValue(placeholder: "alpha", kind: .positiveNumber),
    help: "The learning rate of the update. (default: 0.1)")
  static let full = Option(name: "full", help: "Leave nothing out of large layers.")
  static let generate = Option(
    name: "generate", value: OptionValue(placeholder: "sizes", kind: .sizes),
    help: """
      Search for a network of these sizes, 2-2-1 say, whose printed numbers never contradict each other.
      """)
  static let activation = function("activation", Activation.all.map(\.name), "logistic")
  static let hypothesis = function("hypothesis", Hypothesis.all.map(\.name), "logistic")
  static let cost = function("cost", Cost.all.map(\.name), "cross-entropy")
  static let variants = Option(
    name: "variants", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "So many sheets with different numbers, of the file's network or of generated ones.")
  private static func function(_ role: String, _ names: [String], _ standard: String) -> Option {
    Option(
      name: role,
      value: OptionValue(placeholder: "name", kind: .choice(names), standard: standard),
      help: "The \(role) of a generated network.")
  }
}
