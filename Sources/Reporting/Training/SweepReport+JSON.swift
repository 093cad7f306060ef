// A sweep as JSON, for programs.

public import Learning
import NetworkModel

extension SweepReport {
  /// The report as JSON text: the setting, its best value (`null` where no cost is a finite number),
  /// and for every value the costs without the penalty.
  public func json(fileWarnings: [String] = []) -> String {
    jsonValue(fileWarnings: fileWarnings).text() + "\n"
  }

  /// The same as a value, to which more keys can be added.
  public func jsonValue(fileWarnings: [String] = []) -> JSONOutput {
    .object([
      "setting": .string(setting.rawValue), "best": .optional(best?.value),
      "bestIsAtEnd": .bool(isBestAtEnd), "folds": .integer(folds),
      "examples": .integer(exampleCount), "points": .array(points.map(\.jsonValue)),
      "warnings": .strings(fileWarnings),
    ])
  }
}

extension SweepReport.Point {
  /// `trainCosts` and `testCosts` are those of the folds.
  fileprivate var jsonValue: JSONOutput {
    .object([
      "value": .number(value), "trainCost": .number(trainingCost), "testCost": .number(heldOutCost),
      "testCostError": .number(heldOutError), "trainAccuracy": .optional(trainingAccuracy),
      "testAccuracy": .optional(heldOutAccuracy),
      "trainCosts": .numbers(training.map(\.dataCost)),
      "testCosts": .numbers(heldOut.map(\.dataCost)),
    ])
  }
}
