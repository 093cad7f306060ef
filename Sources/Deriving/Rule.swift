// What a rule of the calculus is. Each has a file in Rules/; `Rule.all` is the closed list.

public import Notation

/// A rule that turns one expression into another that is equal to it.
public struct Rule: Sendable {
  /// As it is written in JSON and addresses: `chain-rule`.
  public let id: String
  /// As it stands beside a line: "chain rule".
  public let name: String
  /// The rule itself, in letters u, v, x.
  public let statement: Equation
  /// The rule in a sentence, for a learner who asks why.
  public let sentence: String
  /// What to look for before the rule, and what to ask then.
  public let hint: String
  public let question: String
  /// An expression that the rule can be used on, for its example line and its test.
  public let example: Expression
  /// The typical ways to break it.
  public let mistakes: [Mistake]
  /// The equal expression, or `nil` where the rule does not apply.
  let rewrite: @Sendable (Expression, RuleContext) -> Expression?

  /// A typical way to break a rule, as something that can be run.
  public struct Mistake: Sendable {
    public let name: String
    /// What to remember instead.
    public let advice: String
    /// What someone writes who makes it, from the expression before and the right one after; `nil`
    /// where the mistake cannot be made.
    let wrong: @Sendable (_ before: Expression, _ after: Expression, RuleContext) -> Expression?
  }
}

/// What a rule may look at besides the expression itself.
public struct RuleContext: Sendable {
  /// What letters stand for, and so on what they depend.
  public var definitions: [Definition]
  /// Sums that are known to be 1.
  public var assumptions: [Assumption]
  /// Names that a sum may not use: the free indices of the line.
  public var taken: Set<Index>

  public init(
    definitions: [Definition] = [], assumptions: [Assumption] = [], taken: Set<Index> = []
  ) {
    self.definitions = definitions
    self.assumptions = assumptions
    self.taken = taken
  }
}

/// Something that holds of the numbers, not of every number: Σ_k y_k = 1.
public struct Assumption: Hashable, Sendable {
  public let left: Expression
  public let right: Expression
  /// In words: "the targets of an example sum to 1".
  public let name: String

  public init(_ left: Expression, _ right: Expression, name: String) {
    self.left = left
    self.right = right
    self.name = name
  }
}
