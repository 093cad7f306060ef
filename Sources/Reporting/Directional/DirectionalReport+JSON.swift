// A check along directions as JSON.

public import GradientChecking
import NetworkModel

extension DirectionalReport {
  /// The report as JSON text: the keys of a check as far as they make sense, and `directions`.
  public func json(fileWarnings: [String] = []) -> String {
    jsonValue(fileWarnings: fileWarnings).text() + "\n"
  }

  /// The same as a value, to which more keys can be added.
  public func jsonValue(fileWarnings: [String] = []) -> JSONOutput {
    .object([
      "verdict": .string(verdict.rawValue),
      "cost": .number(cost),
      "checked": .integer(0),
      "total": .integer(network.parameters.count),
      "scheme": .string("directional"),
      "smallestDetectableError": .optional(smallestDetectableError),
      "seed": Int(exactly: seed).map { .integer($0) } ?? .string("\(seed)"),
      "directions": .array(directions.map(\.jsonValue)),
      "warnings": .strings(fileWarnings.map(Markup.plain.sentence)),
    ])
  }
}

extension DirectionalReport.Direction {
  fileprivate var jsonValue: JSONOutput {
    .object([
      "claimed": .number(claimed),
      "measured": .number(measurement.derivative),
      "difference": .number(difference),
      "bound": .number(bound),
      "verdict": .string(verdict.rawValue),
      "step": .optional(measurement.step),
      "slope": .optional(slope),
      "remainders": .array(
        remainders.map { .object(["step": .number($0.step), "value": .number($0.value)]) }),
    ])
  }
}
