// The expression tree: how every activation, hypothesis, cost and penalty is written down, once.

/// A formula of the notes.
///
/// A function *is* its expression: evaluated over `Double` it gives values, over `Dual` derivatives
/// (`Program`), its max and bracket nodes are its kinks, its logarithms bound its domain (`range`).
/// A line of a derivation is one too: then it may also hold what the last group of cases adds.
public indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case letter(Letter)
  /// Terms, added from left to right.
  case sum([Expression])
  case negative(Expression)
  /// Factors, multiplied from left to right.
  case product([Expression])
  case quotient(Expression, Expression)
  /// The base to a whole power.
  case power(Expression, Int)
  case function(ElementaryFunction, Expression)
  /// max(a, b); where both are equal, the side that `tie` names. A kink.
  case max(Expression, Expression, tie: Tie)
  /// Iverson's bracket: 1 where the relation holds, else 0. A kink.
  case bracket(Expression, Relation, Expression)
  /// Σ over the index, from 1 to the end of its range, without the excluded index's value.
  case summation(Index, excluding: Index?, Expression)
  /// The largest value over the index, −∞ over nothing. For shifting exponents: no kink of the whole.
  case maximum(Index, excluding: Index?, Expression)
  /// The last expression, in which the letter stands for the first one.
  case define(Letter, Expression, in: Expression)

  // What only lines of derivations hold.

  /// Iverson's bracket of two indices, Kronecker's δ: [i = k] is 1 where they are equal, else 0.
  case same(Index, Index)
  /// A partial derivative that has not been carried out.
  case partial(Expression, by: Letter)
  /// A function that has a name only, g(z); with its derivative g′(z) where `primes` is 1.
  case call(String, primes: Int, Expression)
  /// A positive base to any exponent: h^y, x^j.
  case raised(Expression, to: Expression)
  /// The number that an index stands for: the j of x^j.
  case index(Index)
  /// ∏ over the index.
  case repeatedProduct(Index, Expression)

  /// Which argument of a max counts where both are equal: the convention for the slope at a kink.
  public enum Tie: Hashable, Sendable { case first, second }

  public enum Relation: String, Hashable, Sendable {
    case greater = ">"
    case greaterOrEqual = "≥"
    case less = "<"
  }
}

/// A function of one number that a formula may use.
///
/// The last three can be written with the first two; they are here because computing them that way
/// cancels. `definition` says what they stand for.
public enum ElementaryFunction: String, Hashable, Sendable, CaseIterable {
  case exp
  case log
  case expMinusOne
  case logOnePlus
  case tanh

  /// What the function means, in exp and log; `nil` for these two.
  public func definition(of x: Expression) -> Expression? {
    switch self {
    case .exp, .log: nil
    case .expMinusOne: .exp(x) - 1
    case .logOnePlus: .log(1 + x)
    case .tanh: (.exp(x) - .exp(-x)) / (.exp(x) + .exp(-x))
    }
  }
}

// MARK: - Writing formulas in Swift

extension Expression: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(floatLiteral value: Double) { self = .number(value) }

  public static func + (a: Expression, b: Expression) -> Expression { .sum([a, b]) }
  public static func - (a: Expression, b: Expression) -> Expression { .sum([a, .negative(b)]) }
  public static func * (a: Expression, b: Expression) -> Expression { .product([a, b]) }
  public static func / (a: Expression, b: Expression) -> Expression { .quotient(a, b) }
  public static prefix func - (a: Expression) -> Expression { .negative(a) }

  public static func exp(_ x: Expression) -> Expression { .function(.exp, x) }
  public static func log(_ x: Expression) -> Expression { .function(.log, x) }
  public static func expMinusOne(_ x: Expression) -> Expression { .function(.expMinusOne, x) }
  public static func logOnePlus(_ x: Expression) -> Expression { .function(.logOnePlus, x) }
  public static func tanh(_ x: Expression) -> Expression { .function(.tanh, x) }
  public static func max(_ a: Expression, _ b: Expression) -> Expression { .max(a, b, tie: .first) }
  public static func letter(
    _ name: String, _ nodes: Index..., layer: Layer? = nil, example: Index? = nil
  ) -> Expression {
    .letter(Letter(name, nodes: nodes, layer: layer, example: example))
  }
  public static func sum(
    over index: Index, excluding excluded: Index? = nil, _ body: Expression
  ) -> Expression {
    .summation(index, excluding: excluded, body)
  }
  public static func largest(
    over index: Index, excluding excluded: Index? = nil, _ body: Expression
  ) -> Expression {
    .maximum(index, excluding: excluded, body)
  }
  /// |x| as max(x, −x).
  public static func magnitude(_ x: Expression) -> Expression { .max(x, -x, tie: .first) }
}
