// A matrix formula's parts: reaching them, changing them.

extension MatrixExpression {
  /// The parts of which the formula is made, one level down.
  public var parts: [MatrixExpression] {
    switch self {
    case .letter, .constant, .ones: []
    case .sum(let parts), .product(let parts), .hadamard(let parts): parts
    case .scaled(_, let a), .negative(let a), .power(let a, _), .function(_, let a),
      .call(_, _, let a), .transpose(let a), .diagonal(let a):
      [a]
    case .quotient(let a, let b), .max(let a, let b, _), .bracket(let a, _, let b): [a, b]
    }
  }

  /// The same kind of node over other parts: `parts` changed one by one, in their order.
  public func mappingParts(
    _ change: (MatrixExpression) throws -> MatrixExpression
  ) rethrows -> MatrixExpression {
    switch self {
    case .letter, .constant, .ones: self
    case .sum(let parts): .sum(try parts.map(change))
    case .product(let parts): .product(try parts.map(change))
    case .hadamard(let parts): .hadamard(try parts.map(change))
    case .scaled(let number, let a): .scaled(number, try change(a))
    case .negative(let a): .negative(try change(a))
    case .power(let a, let n): .power(try change(a), n)
    case .function(let function, let a): .function(function, try change(a))
    case .call(let name, let primes, let a): .call(name, primes: primes, try change(a))
    case .transpose(let a): .transpose(try change(a))
    case .diagonal(let a): .diagonal(try change(a))
    case .quotient(let a, let b): .quotient(try change(a), try change(b))
    case .max(let a, let b, let tie): .max(try change(a), try change(b), tie: tie)
    case .bracket(let a, let relation, let b): .bracket(try change(a), relation, try change(b))
    }
  }

  /// How many nodes the formula has: what makes it long on paper.
  public var nodeCount: Int { parts.reduce(1) { $0 + $1.nodeCount } }

  /// How many transposes the formula has.
  public var transposeCount: Int {
    let own = if case .transpose = self { 1 } else { 0 }
    return parts.reduce(own) { $0 + $1.transposeCount }
  }

  /// The layer of the first letter that has one: that of the Z in g(Z).
  var layerOfLetter: Layer? {
    if case .letter(let letter) = self { return letter.entry.layerOfLetter }
    return parts.lazy.compactMap(\.layerOfLetter).first
  }
}
