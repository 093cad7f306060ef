// The paths and the marking key of a sheet as JSON.

import NetworkModel
import Notation
import Numbers
import WorkedExamples

extension Sheet {
  /// The paths of one parameter: the listed ones, how many there are, and their sum.
  func json(_ list: PathList) -> JSONOutput {
    let paths = list.paths.map { path in
      JSONOutput.object([
        "nodes": .array(path.nodes.map { .integer($0) }),
        "example": .integer(path.example),
        "formula": .string(TextNotation.string(path.product.onPaper)),
        "value": .number(path.value.real),
        "printed": .string(printed(path.value)),
      ])
    }
    return .object([
      "parameter": .string(list.parameter.symbol),
      "count": list.count.map { .integer($0) } ?? .null,
      "listed": .array(paths),
      "sum": .number(list.sum.real),
      "penalty": .number(list.penalty.real),
      "gradient": .number((list.sum + list.penalty).real),
    ])
  }

  private func printed(_ value: DoubleDouble) -> String {
    PrintedNumber(rounding: value, digits: example.options.digits).description
  }

  /// What each mistake prints, mistake by mistake; `null` where the network is too large for a key.
  var markingKeyJSON: JSONOutput {
    guard let key = example.markingKey else { return .null }
    return .array(
      key.map { marked in
        .object([
          "mistake": .string(marked.mistake.name),
          "equation": .string("\(marked.mistake.equation)"),
          "summary": .string(marked.mistake.summary),
          "values": .array(
            marked.values.map {
              .object(["line": .string($0.line), "printed": .string($0.printed.description)])
            }),
        ])
      })
  }
}
