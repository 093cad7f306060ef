// A derivation: its lines, the letters it uses, the networks it is checked on.

public import Notation

/// A derivation, computed from definitions.
public struct Derivation: Sendable {
  /// As it is asked for: "log-loss softmax", "BP2", "g tanh".
  public let name: String
  /// As a heading: "log-loss with softmax: the error of the output layer".
  public let title: String
  /// Where in the notes it lives: "[W] §8.3, B.2".
  public let source: String
  /// Sentences that come before the lines: conventions.
  public let conventions: [String]
  /// The letters, what they mean, and their shapes.
  public let symbols: [Symbol]
  /// An example index that the lines leave out, because it is the same in all of them.
  public let understoodExample: Index?
  public let steps: [Step]
  /// What is worth knowing afterwards: where a note prints something else.
  public let remarks: [String]
  /// The networks that every line is evaluated on.
  public let instances: [Instance]

  public struct Symbol: Sendable {
    public let formula: Formula
    public let meaning: String
    public let shape: Shape?

    public init(_ formula: Formula, _ meaning: String, shape: Shape? = nil) {
      self.formula = formula
      self.meaning = meaning
      self.shape = shape
    }
  }

  /// The name as part of a file's name or an address: `log-loss-softmax`.
  public var slug: String { name.lowercased().split(separator: " ").joined(separator: "-") }

  /// Every line in reading order, substeps before the line that they lead to.
  public var lines: [Step] { steps.flatMap(\.lines) }

  /// The last line.
  public var result: Step { steps[steps.count - 1] }
}

extension Step {
  /// The substeps, and then the line itself.
  public var lines: [Step] { substeps + [self] }
}
