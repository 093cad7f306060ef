// A checked derivation as JSON, for programs.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation as JSON text. Formulas are text in Unicode, whole lines LaTeX too.
  public func json() -> String { jsonValue().text() + "\n" }

  /// The same as a value, to which more keys can be added.
  public func jsonValue() -> JSONOutput {
    .object([
      "name": .string(derivation.name),
      "title": .string(derivation.title),
      "source": .string(derivation.source),
      "conventions": .strings(derivation.conventions(.text).map(\.unglued)),
      "understoodExample": derivation.understoodExample.map { .string($0.name) },
      "symbols": .array(derivation.symbols.map(symbolJSON)),
      "networks": .strings(derivation.instances.map(\.name)),
      "lines": .array(derivation.steps.map(stepJSON)),
      "remarks": .strings(derivation.remarks),
      "lineCount": .integer(lineCount),
      "checkCount": .integer(checkCount),
      "passed": .bool(passed),
    ])
  }

  private func text(_ formula: Formula) -> String {
    TextNotation.string(formula, understoodExample: derivation.understoodExample)
  }

  private func symbolJSON(_ symbol: Derivation.Symbol) -> JSONOutput {
    let isWhole = if case .matrix = symbol.formula { true } else { false }
    return .object([
      "symbol": .string(text(symbol.formula)),
      "meaning": .string(symbol.meaning),
      "shape": isWhole ? symbol.shape.map { .string($0.text) } : nil,
      "wholes": .array(
        derivation.wholes(of: symbol).map { whole in
          .object([
            "entries": .string(whole.entries), "symbol": .string(text(whole.formula)),
            "shape": .string(whole.shape.text),
          ])
        }),
    ])
  }

  private func stepJSON(_ step: Step) -> JSONOutput {
    let example = derivation.understoodExample
    return .object([
      "id": .string(step.id),
      "previous": step.previous.map { .string($0) } ?? .null,
      "rule": .string(step.rule.id),
      "reason": .string(step.reason),
      "uses": .strings(step.uses),
      "left": .string(text(step.equation.left)),
      "relation": .string(step.equation.relation.sign),
      "right": .string(text(step.equation.right)),
      "latex": .string(LaTeXNotation.string(step.equation, understoodExample: example)),
      "sentence": .string(step.rule.sentence),
      "hint": .string(step.rule.hint),
      "question": .string(step.rule.question),
      "conditions": .array(step.conditions.map(conditionJSON)),
      "checks": .array((checks[step.id] ?? []).map(\.jsonValue)),
      "substeps": .array(step.substeps.map(stepJSON)),
    ])
  }

  private func conditionJSON(_ condition: Condition) -> JSONOutput {
    let statement = TextNotation.string(
      condition.statement, understoodExample: derivation.understoodExample)
    return switch condition.status {
    case .always(let reason):
      .object([
        "statement": .string(statement), "status": .string("always"), "because": .string(reason),
      ])
    case .needed(let counterexample, let name):
      .object([
        "statement": .string(statement), "status": .string("needed"),
        "counterexample": .string(name), "network": .string(counterexample.name),
      ])
    case .stated: .object(["statement": .string(statement), "status": .string("stated")])
    }
  }
}

extension LineCheck {
  fileprivate var jsonValue: JSONOutput {
    .object([
      "kind": .string(kind.rawValue),
      "passed": .bool(passed),
      "limit": .number(limit),
      "places": .integer(places),
      "largestDifference": .number(largestDifference),
    ])
  }
}
