// The check of a claim as JSON, for programs.

public import Diagnosing
import GradientChecking
import NetworkModel
import WorkedExamples

extension ClaimReport {
  /// The report as JSON text: the keys of a check, and those of the diagnosis.
  public func json(verbose: Bool = false, fileWarnings: [String] = []) -> String {
    jsonValue(verbose: verbose, fileWarnings: fileWarnings).text() + "\n"
  }

  /// The same as a value, to which more keys can be added.
  public func jsonValue(verbose: Bool = false, fileWarnings: [String] = []) -> JSONOutput {
    let words = warnings.map { $0.words(check.network, .plain) }
    guard
      case .object(let members) = judged.jsonValue(
        verbose: verbose, fileWarnings: fileWarnings + words),
      case .object(let own) = JSONOutput.object([
        "claimedCost": cost.map(\.jsonValue) ?? .null,
        "precision": claim.precision.jsonValue,
        "diagnosis": .array(diagnosis.map(\.matches) ?? []),
        "alternatives": .array(
          diagnosis?.alternatives.map { .array($0.map { $0.json(nil) }) } ?? []),
        "runnerUp": diagnosis?.runnerUp.map { next in
          .object([
            "mistakes": .array(next.mistakes.map { $0.json(nil) }),
            "residual": .number(next.residual),
          ])
        } ?? .null,
        "rightSoFar": .array(diagnosis?.right.map(\.jsonValue) ?? []),
        "firstWrong": diagnosis?.firstWrong?.jsonValue ?? .null,
        "fingerprints": .array(diagnosis?.fingerprints.map(\.jsonValue) ?? []),
      ])
    else { preconditionFailure("a report is an object") }
    return .object(members + own)
  }
}

extension ClaimedCost {
  fileprivate var jsonValue: JSONOutput {
    var members: [(key: String, value: JSONOutput)] = [
      ("claimed", .number(claimed)), ("expected", .number(expected)), ("bound", .number(bound)),
      ("verdict", .string(verdict.rawValue)),
    ]
    switch explanation {
    case .factor(let factor)?: members.append(("factor", .number(factor)))
    case .otherCost(let cost)?: members.append(("otherCost", .string(cost.name)))
    case .penaltyMissing?: members.append(("penaltyMissing", .bool(true)))
    case .weightsTransposed?: members.append(("weightsTransposed", .bool(true)))
    case nil: break
    }
    if case .factor? = explanation, let otherCost {
      members.append(("otherCost", .string(otherCost.name)))
    }
    return .object(members)
  }
}

extension ClaimPrecision {
  fileprivate var jsonValue: JSONOutput {
    switch self {
    case .double: .object(["type": .string("double")])
    case .single: .object(["type": .string("single")])
    case .written(let significant, let decimals):
      .object([
        "type": .string("written"), "significant": .integer(significant),
        "decimals": .integer(decimals),
      ])
    }
  }
}

extension Diagnosis {
  /// The mistakes of the best match, then those that are not among them of the others: these alternatives
  /// give the same numbers here.
  fileprivate var matches: [JSONOutput] {
    var names = Set(found.map(\.mistake.name))
    let others = alternatives.joined().filter { names.insert($0.mistake.name).inserted }
    return found.map { $0.json(residual) } + others.map { $0.json(residual, isAlternative: true) }
  }
}

extension FoundMistake {
  /// - Parameter residual: of the explanation that it belongs to, where that is not said elsewhere.
  fileprivate func json(_ residual: Double?, isAlternative: Bool = false) -> JSONOutput {
    let equations = mistake.equation.split(separator: ", ").map(String.init)
    return .object([
      "mistake": .string(mistake.name), "equation": .string(equations[0]),
      "equations": .strings(equations), "alternative": isAlternative ? .bool(true) : nil,
      "layer": layers.first.map { .integer($0) } ?? .null,
      "explanation": .string("\(mistake.summary). \(mistake.lesson)"),
      "layers": .array(layers.map { .integer($0) }), "everywhere": .bool(isEverywhere),
      "residual": residual.map { .number($0) },
      "reference": reference.map {
        .object(["derivation": .string($0.derivation), "line": .string($0.line)])
      },
      "learningRate": learningRate.map { .number($0) },
    ])
  }
}

extension ClaimBlock {
  fileprivate var jsonValue: JSONOutput {
    .object(["kind": .string("\(kind)"), "layer": .integer(layer)])
  }
}

extension Fingerprint {
  fileprivate var jsonValue: JSONOutput {
    let (name, value): (String, Double?) =
      switch relation {
      case .ratio(let ratio): ("ratio", ratio)
      case .proportionalToParameters(let factor): ("proportional-to-parameters", factor)
      case .ratioOfRows: ("ratio-of-rows", nil)
      case .ratioOfColumns: ("ratio-of-columns", nil)
      case .entries: ("entries", nil)
      case .none: ("none", nil)
      }
    var counts: (wrong: JSONOutput?, of: JSONOutput?) = (nil, nil)
    if case .entries(let wrong, let all) = relation {
      counts = (.integer(wrong), .integer(all))
    }
    return .object([
      "block": block.jsonValue, "relation": .string(name), "value": value.map { .number($0) },
      "wrong": counts.wrong, "of": counts.of,
    ])
  }
}
