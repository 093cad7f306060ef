// A check as JSON, for programs.

public import GradientChecking
import NetworkModel

extension CheckReport {
  /// The report as JSON text; `smallestDetectableError` is `null` where nothing could be judged.
  ///
  /// - Parameters:
  ///   - verbose: adds every measured derivative, under `parameters` and `weightedInputs`.
  ///   - fileWarnings: what the network file's reader had to say.
  public func json(verbose: Bool = false, fileWarnings: [String] = []) -> String {
    jsonValue(verbose: verbose, fileWarnings: fileWarnings).text() + "\n"
  }

  /// The same as a value, to which more keys can be added.
  public func jsonValue(verbose: Bool = false, fileWarnings: [String] = []) -> JSONOutput {
    .object([
      "verdict": .string(verdict.rawValue),
      "cost": .number(cost),
      "checked": .integer(parameters.count),
      "total": .integer(total),
      "scheme": .string(scheme),
      "smallestDetectableError": .optional(smallestDetectableError),
      "worst": worst.map { .object($0.jsonMembers) } ?? .null,
      "equations": .array(equations.map(\.jsonValue)),
      "cannotTell": .array(allUnknown.map(\.unknownJSON)),
      "warnings": .strings(allWarnings(fileWarnings, .plain)),
      "errors": .object([
        "checked": .integer(errors.count), "total": .integer(errorTotal),
        "wrong": .integer(wrong(errors).count),
      ]),
      "sample": seed.map {
        .object([
          "size": .integer(parameters.count),
          "seed": Int(exactly: $0).map { .integer($0) } ?? .string("\($0)"),
        ])
      },
      "selfTest": .object([
        "passed": .bool(selfTest.passed), "planted": .number(selfTest.planted),
        "plants": .integer(selfTest.plants), "caught": .integer(selfTest.caught),
      ]),
      "parameters": verbose ? .array(parameters.map { .object($0.jsonMembers) }) : nil,
      "weightedInputs": verbose ? .array(errors.map { .object($0.jsonMembers) }) : nil,
    ])
  }
}

extension Coordinate {
  /// `kind`, `layer`, `i` and, where there is one, `j` or `example`.
  var jsonMembers: [(key: String, value: JSONOutput)] {
    switch self {
    case .weight(let l, let i, let j):
      [("kind", .string("weight")), ("layer", .integer(l)), ("i", .integer(i)), ("j", .integer(j))]
    case .bias(let l, let i):
      [("kind", .string("bias")), ("layer", .integer(l)), ("i", .integer(i))]
    case .weightedInput(let l, let i, let m):
      [
        ("kind", .string("error")), ("layer", .integer(l)), ("i", .integer(i)),
        ("example", .integer(m)),
      ]
    }
  }
}

extension Comparison {
  var jsonMembers: [(key: String, value: JSONOutput)] {
    coordinate.jsonMembers + [
      ("claimed", .number(claimed)), ("measured", .number(measured)),
      ("difference", .number(difference)), ("bound", .number(bound)),
      ("verdict", .string(verdict.rawValue)), ("scheme", .string(measurement.method.name)),
      ("step", .optional(measurement.step)),
    ]
  }

  /// The coordinate, the reason, and the neuron and example of a kink nearby.
  fileprivate var unknownJSON: JSONOutput {
    var members = coordinate.jsonMembers
    members.append(("reason", .string(reasonWords ?? "")))
    if case .node(_, let i, let m) = measurement.crossing {
      members.append(("neuron", .integer(i)))
      if !members.contains(where: { $0.key == "example" }) {
        members.append(("example", .integer(m)))
      }
    }
    return .object(members)
  }
}

extension EquationResult {
  fileprivate var jsonValue: JSONOutput {
    .object([
      "equation": .string(equation.rawValue),
      "layer": .integer(layer),
      "verdict": .string(verdict.rawValue),
      "largestDifference": .number(largestDifference),
      "place": place.map { .object($0.jsonMembers) } ?? .null,
      "ulps": .number(ulps),
      "bound": bound.map { .number($0) },
      "wrongEngine": wrongEngine.map { .string($0) },
    ])
  }
}
