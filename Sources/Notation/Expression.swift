// The expression tree: how every activation, hypothesis, cost and penalty is written down, once.

/// A formula of the notes.
///
/// A function *is* its expression: evaluated over `Double` it gives values, over `Dual` derivatives
/// (`Program`), its max and bracket nodes are its kinks, its logarithms bound its domain (`range`).
public indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case letter(Letter)
  case sum(Expression, Expression)
  case negative(Expression)
  case product(Expression, Expression)
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

  public static func + (a: Expression, b: Expression) -> Expression { .sum(a, b) }
  public static func - (a: Expression, b: Expression) -> Expression { .sum(a, .negative(b)) }
  public static func * (a: Expression, b: Expression) -> Expression { .product(a, b) }
  public static func / (a: Expression, b: Expression) -> Expression { .quotient(a, b) }
  public static prefix func - (a: Expression) -> Expression { .negative(a) }

  public static func exp(_ x: Expression) -> Expression { .function(.exp, x) }
  public static func log(_ x: Expression) -> Expression { .function(.log, x) }
  public static func expMinusOne(_ x: Expression) -> Expression { .function(.expMinusOne, x) }
  public static func logOnePlus(_ x: Expression) -> Expression { .function(.logOnePlus, x) }
  public static func tanh(_ x: Expression) -> Expression { .function(.tanh, x) }
  public static func max(_ a: Expression, _ b: Expression) -> Expression { .max(a, b, tie: .first) }
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

extension Expression {
  /// The same expression with every occurrence of a key (the largest first, from the outside in)
  /// replaced by its value.
  public func replacing(_ table: [Expression: Expression]) -> Expression {
    if let replacement = table[self] { return replacement }
    switch self {
    case .number, .letter: return self
    case .sum(let a, let b): return .sum(a.replacing(table), b.replacing(table))
    case .negative(let a): return .negative(a.replacing(table))
    case .product(let a, let b): return .product(a.replacing(table), b.replacing(table))
    case .quotient(let a, let b): return .quotient(a.replacing(table), b.replacing(table))
    case .power(let a, let n): return .power(a.replacing(table), n)
    case .function(let f, let a): return .function(f, a.replacing(table))
    case .max(let a, let b, let tie):
      return .max(a.replacing(table), b.replacing(table), tie: tie)
    case .bracket(let a, let relation, let b):
      return .bracket(a.replacing(table), relation, b.replacing(table))
    case .summation(let index, let excluded, let a):
      return .summation(index, excluding: excluded, a.replacing(table))
    case .maximum(let index, let excluded, let a):
      return .maximum(index, excluding: excluded, a.replacing(table))
    case .define(let letter, let a, let b):
      return .define(letter, a.replacing(table), in: b.replacing(table))
    }
  }

  /// The parts of which the expression is made, one level down.
  public var parts: [Expression] {
    switch self {
    case .number, .letter: []
    case .negative(let a), .power(let a, _), .function(_, let a), .summation(_, _, let a),
      .maximum(_, _, let a):
      [a]
    case .sum(let a, let b), .product(let a, let b), .quotient(let a, let b), .max(let a, let b, _),
      .bracket(let a, _, let b), .define(_, let a, in: let b):
      [a, b]
    }
  }

  /// Whether the expression has `other` as itself or a part of it.
  public func contains(_ other: Expression) -> Bool {
    self == other || parts.contains { $0.contains(other) }
  }

  /// How many max and bracket nodes the expression has: its kinks.
  public var kinkCount: Int {
    let own =
      switch self {
      case .max, .bracket: 1
      default: 0
      }
    return parts.reduce(own) { $0 + $1.kinkCount }
  }
}
