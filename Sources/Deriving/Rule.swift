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
  /// The equal expressions that the rule offers, best first; none where it does not apply.
  let rewrites: @Sendable (Expression, RuleContext) -> [Expression]
  /// What has to hold for a rewriting.
  let needs: @Sendable (_ before: Expression, RuleContext) -> [Condition.Statement]

  /// A typical way to break a rule, as something that can be run.
  public struct Mistake: Sendable {
    public let name: String
    /// What to remember instead.
    public let advice: String
    /// What someone writes who makes it; it may turn out to be right.
    let made: @Sendable (_ before: Expression, _ after: Expression, RuleContext) -> Expression?

    init(
      name: String, advice: String,
      made: @escaping @Sendable (Expression, Expression, RuleContext) -> Expression?
    ) {
      self.name = name
      self.advice = advice
      self.made = made
    }
  }
}

/// What a rule may look at besides the expression itself.
public struct RuleContext: Sendable {
  /// What letters stand for, and so on what they depend.
  public var definitions: [Definition]
  /// How quantities depend on others where no definition is looked into.
  public var paths: [Path]
  /// What holds of the numbers besides.
  public var assumptions: [Equality]
  /// Lines that were found before.
  public var earlier: [Equality]
  /// Names that a sum may not use: the free indices of the line.
  public var taken: Set<Index>

  public init(
    definitions: [Definition] = [], paths: [Path] = [], assumptions: [Equality] = [],
    earlier: [Equality] = [], taken: Set<Index> = []
  ) {
    self.definitions = definitions
    self.paths = paths
    self.assumptions = assumptions
    self.earlier = earlier
    self.taken = taken
  }
}

/// Something that is known to be equal, for every value of its free indices: an earlier line, or an
/// assumption about the numbers, such as Σ_k y_k = 1.
public struct Equality: Hashable, Sendable {
  public let left: Expression
  public let right: Expression
  /// The number of the line, or in words: "the targets of an example sum to 1".
  public let name: String

  public init(_ left: Expression, _ right: Expression, name: String) {
    self.left = left
    self.right = right
    self.name = name
  }

  /// What an expression is equal to, if it is the left side with other indices.
  func right(for expression: Expression) -> Expression? {
    let own = left.freeIndices.sorted { $0.name < $1.name }
    let others = expression.mentionedIndices.sorted { $0.name < $1.name }
    var choices: [[Index]] = [[]]
    for index in own {
      let candidates = others.filter { $0.range == index.range }
      choices = choices.flatMap { choice in (candidates + [index]).map { choice + [$0] } }
    }
    for choice in choices where left.substituting(own, by: choice).isSame(as: expression) {
      return right.substituting(own, by: choice)
    }
    return nil
  }
}

extension Expression {
  /// The indices that it mentions and does not bind, the fixed ones too.
  var mentionedIndices: Set<Index> {
    let bound = boundIndices
    return allIndices.filter { !bound.contains($0) || freeIndices.contains($0) }
  }

  private var boundIndices: Set<Index> {
    parts.reduce(Set(boundIndex.map { [$0] } ?? [])) { $0.union($1.boundIndices) }
  }
}
