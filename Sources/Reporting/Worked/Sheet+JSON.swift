// Sheets as JSON, for programs. Numbers that are to be found are `null`, never left out.

import GradientChecking
import NetworkModel
import Notation
import Numbers
public import WorkedExamples

extension Sheet {
  /// Sheets as JSON text.
  public static func json(_ sheets: [Sheet]) -> String { jsonValue(sheets).text() + "\n" }

  /// The same as a value, to which more keys can be added.
  public static func jsonValue(_ sheets: [Sheet]) -> JSONOutput {
    .object(["sheets": .array(sheets.map { $0.jsonValue() })])
  }

  /// One sheet. Formulas are text in Unicode; `value` has all digits of a number, `printed` those of the
  /// sheet.
  public func jsonValue() -> JSONOutput {
    .object([
      "name": .string(name),
      "sheet": .string(kind.rawValue),
      "network": networkJSON,
      "digits": .integer(example.options.digits),
      "learningRate": .number(example.options.learningRate),
      "examples": .integer(example.batch.count),
      "example": exampleNumber.map { .integer($0) } ?? .null,
      "tries": tries.map { .integer($0) } ?? .null,
      "roundingProof": .bool(example.isRoundingProof),
      "abridged": .bool(example.abridgement != nil),
      "given": .array(SheetMaker(sheet: self).given.map(matrixJSON)),
      "lines": .array(sections.flatMap { section in section.lines.map { json($0, section.kind) } }),
      "parameters": .array(example.section(.gradient).compactMap(parameterJSON)),
      "check": checkJSON,
      "update": updateJSON,
      "paths": .array(paths.map(json)),
      "markingKey": kind == .marking ? markingKeyJSON : .null,
    ])
  }

  // MARK: - What is given

  private var networkJSON: JSONOutput {
    let network = example.network
    return .object([
      "sizes": .array(network.sizes.map { .integer($0) }),
      "activation": .strings(network.activations.elements.map(\.label)),
      "hypothesis": .string(network.hypothesis.label),
      "cost": .string(network.cost.name),
      "penalty": .object([
        "l2": .number(network.penalty.l2), "l1": .number(network.penalty.l1),
      ]),
    ])
  }

  /// Rows of numbers; `null` stands for what is left away.
  private func matrixJSON(_ matrix: (name: Expression, rows: [[SheetCell]])) -> JSONOutput {
    let rows = matrix.rows.map { row in
      JSONOutput.array(
        row.map { cell in
          if case .number(let number) = cell { .number(number.value.real) } else { .null }
        })
    }
    return .object([
      "symbol": .string(TextNotation.string(matrix.name)), "rows": .array(rows),
    ])
  }

  // MARK: - Lines

  private func json(_ line: WorkedLine, _ section: WorkedSection.Kind) -> JSONOutput {
    let isBlank = isBlank(line)
    // A formula that is no more than a number is the answer itself.
    let isNumber = if case .number = line.formula { true } else { false }
    let isSecret = isBlank && isNumber
    let isOpen = !isBlank || line.formula.letters.allSatisfy { !self.isBlank($0) }
    let other = isBlank ? nil : line.printedOperandsGive
    return .object([
      "id": .string(line.id),
      "section": .string(section.rawValue),
      "quantity": .string(line.quantity.rawValue),
      "layer": line.layer.map { .integer($0) } ?? .null,
      "example": line.example.map { .integer($0) } ?? .null,
      "symbol": .string(TextNotation.string(Expression.letter(line.left).onPaper)),
      "formula": isSecret ? .null : .string(TextNotation.string(line.formula.onPaper)),
      "numbers": isOpen && !isSecret
        ? .string(TextNotation.string(example.substituted(line.formula))) : .null,
      "value": isBlank ? .null : .number(line.value.real),
      "printed": isBlank ? .null : .string(line.printed.description),
      "printedOperandsGive": other.map { .string($0.description) } ?? .null,
      "abridged": .bool(line.isAbridged),
      "reason": .string(line.reason),
      "reference": line.reference.map {
        .object(["derivation": .string($0.derivation), "line": .string($0.line)])
      } ?? .null,
    ])
  }

  // MARK: - The gradient beside the parameters

  private func parameterJSON(_ line: WorkedLine) -> JSONOutput? {
    guard let parameter = line.left.variableOfSlope, let value = example.value(of: parameter) else {
      return nil
    }
    let measured = check?.parameters.first {
      $0.coordinate.letter(examples: example.batch.count) == parameter
    }
    return .object([
      "parameter": .string(TextNotation.string(parameter)),
      "line": .string(line.id),
      "value": .number(value.real),
      "gradient": isBlank(line) ? .null : .number(line.value.real),
      "measured": .optional(measured?.measured),
      "verdict": measured.map { .string(verdict($0, printed: line.printed).rawValue) } ?? .null,
    ])
  }

  private var checkJSON: JSONOutput {
    guard let check else { return .null }
    return .object([
      "scheme": .string(check.scheme), "verdict": .string(check.verdict.rawValue),
      "right": .integer(check.parameters.count { $0.verdict == .right }),
      "checked": .integer(check.parameters.count),
    ])
  }

  private var updateJSON: JSONOutput {
    if omitted.contains(.again) || kind == .question { return .null }
    return .object([
      "fall": .number(example.outcome.fall.real),
      "forecast": .number(example.outcome.forecast.real),
    ])
  }
}
