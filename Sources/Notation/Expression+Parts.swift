// An expression's parts: reaching them, changing them, replacing them.

extension Expression {
  /// The parts of which the expression is made, one level down.
  public var parts: [Expression] {
    switch self {
    case .number, .letter, .same, .index: []
    case .sum(let parts), .product(let parts): parts
    case .negative(let a), .power(let a, _), .function(_, let a), .summation(_, _, let a),
      .maximum(_, _, let a), .partial(let a, _), .call(_, _, let a), .repeatedProduct(_, let a):
      [a]
    case .quotient(let a, let b), .max(let a, let b, _), .bracket(let a, _, let b),
      .define(_, let a, in: let b), .raised(let a, to: let b):
      [a, b]
    }
  }

  /// The same kind of node over other parts: `parts` changed one by one, in their order.
  public func mappingParts(_ change: (Expression) throws -> Expression) rethrows -> Expression {
    switch self {
    case .number, .letter, .same, .index: self
    case .sum(let parts): .sum(try parts.map(change))
    case .product(let parts): .product(try parts.map(change))
    case .negative(let a): .negative(try change(a))
    case .power(let a, let n): .power(try change(a), n)
    case .function(let f, let a): .function(f, try change(a))
    case .summation(let index, let excluded, let a):
      .summation(index, excluding: excluded, try change(a))
    case .maximum(let index, let excluded, let a):
      .maximum(index, excluding: excluded, try change(a))
    case .partial(let a, let x): .partial(try change(a), by: x)
    case .call(let name, let primes, let a): .call(name, primes: primes, try change(a))
    case .repeatedProduct(let index, let a): .repeatedProduct(index, try change(a))
    case .quotient(let a, let b): .quotient(try change(a), try change(b))
    case .max(let a, let b, let tie): .max(try change(a), try change(b), tie: tie)
    case .bracket(let a, let relation, let b): .bracket(try change(a), relation, try change(b))
    case .define(let letter, let a, in: let b): .define(letter, try change(a), in: try change(b))
    case .raised(let a, to: let b): .raised(try change(a), to: try change(b))
    }
  }

  /// The same expression with every occurrence of a key (the largest first, from the outside in)
  /// replaced by its value.
  public func replacing(_ table: [Expression: Expression]) -> Expression {
    table[self] ?? mappingParts { $0.replacing(table) }
  }

  /// Whether the expression has `other` as itself or a part of it.
  public func contains(_ other: Expression) -> Bool {
    self == other || parts.contains { $0.contains(other) }
  }

  /// Whether the expression or any part of it, however deep, is as asked for.
  public func contains(where test: (Expression) -> Bool) -> Bool {
    test(self) || parts.contains { $0.contains(where: test) }
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

  /// How many nodes the expression has: what makes it long on paper.
  public var nodeCount: Int { parts.reduce(1) { $0 + $1.nodeCount } }
}
