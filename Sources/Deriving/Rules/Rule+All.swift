// The closed list of rules. A rule is a file here and a line in the list.

import Notation

extension Rule {
  /// Every rule that a line can name, in the order of a textbook: derivatives, sums, algebra,
  /// logarithms, what is known besides.
  public static let all: [Rule] = [
    .definition, .naming, .chain, .paths, .linearity, .productRule, .quotientRule, .powerRule,
    .exponential, .logarithm, .namedFunction, .maximum, .bracket, .independence, .elementary,
    .sifting, .splitting, .constantOut, .constantIn, .counting, .writingOut, .oneExample,
    .distributing, .cancelling, .collecting,
    .factoring, .grouping, .fractionSplitting, .completing, .commonDenominator, .sign, .recognition,
    .logarithmLaws, .addingExponents, .lastTerm, .geometricSum,
    .assumption, .substitution, .vectorising,
  ]

  /// A derivative that is not carried out yet, in the statements of rules.
  static func d(_ f: Expression, _ x: String = "x") -> Expression { .partial(f, by: Letter(x)) }

  static let (u, v, x): (Expression, Expression, Expression) = (
    .letter("u"), .letter("v"), .letter("x")
  )
  /// What u and v are in the rules' examples and tests: functions of x.
  static let uOfX: Expression = .exp(x) + 2 * x
  static let vOfX: Expression = .power(x, 2) + 3

  init(
    id: String, name: String, statement: Equation, sentence: String, hint: String,
    question: String, example: Expression, mistakes: [Mistake] = [],
    needs: @escaping @Sendable (Expression, RuleContext) -> [Condition.Statement] = { _, _ in [] },
    rewrites: @escaping @Sendable (Expression, RuleContext) -> [Expression]
  ) {
    self.id = id
    self.name = name
    self.statement = statement
    self.sentence = sentence
    self.hint = hint
    self.question = question
    self.example = example
    self.mistakes = mistakes
    self.needs = needs
    self.rewrites = rewrites
  }
}

extension RuleContext {
  /// The two parts of a derivative that is not carried out.
  static func parts(of expression: Expression) -> (f: Expression, x: Letter)? {
    if case .partial(let f, let x) = expression { return (f, x) }
    return nil
  }
}
