// One line of a derivation: what it says, where it comes from, and why.

public import Notation

/// A line of a derivation, with the rule that gives it.
public struct Step: Sendable {
  /// Its number, as people type it: "8", or "6b" for a substep.
  public let id: String
  /// The whole line.
  public let equation: Equation
  /// The line that this one rewrites; `nil` for a definition or the start of a part.
  public let previous: String?
  /// No line without a rule.
  public let rule: Rule
  /// What stands beside the line: "chain rule", "put 5 and 6 into 4".
  public let reason: String
  /// Other lines that went into it.
  public let uses: [String]
  /// The parts of the previous line that changed, and what became of each.
  public let changes: [Change]
  /// What has to hold for it.
  public let conditions: [Condition]
  /// The line in smaller steps, the last of which is the line itself; empty where it is one step.
  public let substeps: [Step]
  /// A line that introduces a new left side begins a part of its own.
  public let isFresh: Bool
  /// What the rule was used on, and with what in mind; `nil` for a line that no rewriting gave.
  let origin: Origin?

  struct Origin: Sendable {
    let expression: Expression
    let context: RuleContext
  }

  public struct Change: Hashable, Sendable {
    public let before: Expression
    public let after: Expression
  }
}

/// Something that a line needs.
public struct Condition: Sendable {
  /// What has to hold: Σ_k y_k = 1, z_k ≠ 0.
  public let statement: Statement
  public let status: Status

  public enum Statement: Hashable, Sendable {
    case equal(Expression, Expression)
    case different(Expression, Expression)
    /// It is greater than 0, as the argument of a logarithm is: h_k > 0.
    case positive(Expression)
    /// A range has so many elements: K = 2.
    case count(Index.Range, Int)
    /// A letter depends on no other element of the second letter than its own: h_k on z_k alone.
    case alone(Letter, on: Letter)
  }

  public enum Status: Sendable {
    /// It always does, and why: "a logistic output lies between 0 and 1".
    case always(because: String)
    /// It does not always: a network on which it does not, and the line fails by measurement.
    case needed(counterexample: Instance, name: String)
    /// It is only stated: nothing here proves it, and no network is at hand that breaks it.
    case stated
  }
}
