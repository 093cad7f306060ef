// A line of the log of training, as JSON.

public import Learning

extension EpochRecord {
  /// The record as one line of JSON text, its line break included.
  ///
  /// Every line has every key, so that a log can be read as a table; what is not known, and what is no
  /// finite number, is `null`.
  public func jsonLine() -> String { jsonValue().text(isPretty: false) + "\n" }

  /// The same as a value.
  public func jsonValue() -> JSONOutput {
    .object([
      "epoch": .integer(epoch), "iterations": .integer(iterations), "updates": .integer(updates),
      "rate": .number(rate), "cost": .number(cost), "trainAccuracy": .optional(trainAccuracy),
      "testCost": .optional(testCost), "testAccuracy": .optional(testAccuracy),
      "gradientSize": .optional(gradientSize), "seconds": .number(seconds),
    ])
  }
}
