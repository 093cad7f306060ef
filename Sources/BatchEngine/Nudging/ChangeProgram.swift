// A formula made ready for changes: by how much it changes when its letters do.

import Notation
import Numbers

/// An expression, flattened, for f(x + t) − f(x) over many t at once.
///
/// Where `Program` evaluates a formula over one number of any kind, this one holds its letters at a
/// point, one number each, and pushes rows of changes through it: the rules of `Changes.h`, which are
/// algebra, not derivatives. Equal parts are computed once.
struct ChangeProgram: Sendable {
  enum Node: Sendable {
    case number(Double)
    case letter(slot: Int)
    case sum(Int, Int)
    case difference(Int, Int)
    case negative(Int)
    case product(Int, Int)
    case quotient(Int, Int)
    case power(Int, Int)
    case function(ElementaryFunction, Int)
    case max(Int, Int, tieIsSecond: Bool, kink: Int)
    case bracket(Int, Expression.Relation, Int, kink: Int)
  }

  private(set) var nodes: [Node] = []
  /// Whether a node depends on a letter that changes.
  private(set) var varies: [Bool] = []
  private(set) var root = 0
  private(set) var kinkCount = 0

  /// - Parameters:
  ///   - letters: by slot, with the node index that the expression gives them.
  ///   - fixed: the slots of letters that never change.
  ///   - sided: whether its max and bracket nodes are kinks, numbered as `Program` numbers them.
  /// - Precondition: no sums over indices; every letter is bound.
  init(_ expression: Expression, letters: [Expression], fixed: Set<Int> = [], sided: Bool) {
    var scope = Scope(known: [:])
    for (slot, letter) in letters.enumerated() {
      scope.known[letter] = nodes.count
      append(.letter(slot: slot), varies: !fixed.contains(slot))
    }
    root = compile(expression, &scope, sided)
  }

  /// The nodes that expressions have become, letters first.
  private struct Scope {
    var known: [Expression: Int]
  }

  @discardableResult
  private mutating func append(_ node: Node, varies: Bool) -> Int {
    nodes.append(node)
    self.varies.append(varies)
    return nodes.count - 1
  }

  private mutating func compile(
    _ expression: Expression, _ scope: inout Scope, _ sided: Bool
  ) -> Int {
    if let known = scope.known[expression] { return known }
    let place = build(expression, &scope, sided)
    // Where kinks are numbered, each occurrence has a number of its own.
    if !sided { scope.known[expression] = place }
    return place
  }

  private mutating func build(
    _ expression: Expression, _ scope: inout Scope, _ sided: Bool
  ) -> Int {
    switch expression {
    case .number(let value): return append(.number(value), varies: false)
    case .sum(let terms): return sum(terms, &scope, sided)
    case .product(let factors):
      return chain(factors, &scope, sided) { .product($0, $1) }
    case .negative(let a): return unary(a, &scope, sided) { .negative($0) }
    case .power(let a, let n): return unary(a, &scope, sided) { .power($0, n) }
    case .function(let function, let a):
      return unary(a, &scope, sided) { .function(function, $0) }
    case .quotient(let a, let b):
      return chain([a, b], &scope, sided) { .quotient($0, $1) }
    case .max(let a, let b, let tie):
      let (first, second) = (compile(a, &scope, sided), compile(b, &scope, sided))
      return append(
        .max(first, second, tieIsSecond: tie == .second, kink: nextKink(sided)),
        varies: varies[first] || varies[second])
    case .bracket(let a, let relation, let b):
      let (left, right) = (compile(a, &scope, sided), compile(b, &scope, sided))
      // Its side is held, so it does not change; whether it would have is looked at all the same.
      return append(.bracket(left, relation, right, kink: nextKink(sided)), varies: false)
    case .define(let letter, let definition, let body):
      var inner = scope
      inner.known[.letter(letter)] = compile(definition, &scope, sided)
      return compile(body, &inner, sided)
    default: preconditionFailure("\(expression) is no formula of one node")
    }
  }

  private mutating func sum(
    _ terms: [Expression], _ scope: inout Scope, _ sided: Bool
  ) -> Int {
    guard let first = terms.first else { return append(.number(0), varies: false) }
    var place = compile(first, &scope, sided)
    for term in terms.dropFirst() {
      if case .negative(let b) = term {
        let right = compile(b, &scope, sided)
        place = append(.difference(place, right), varies: varies[place] || varies[right])
      } else {
        let right = compile(term, &scope, sided)
        place = append(.sum(place, right), varies: varies[place] || varies[right])
      }
    }
    return place
  }

  private mutating func chain(
    _ operands: [Expression], _ scope: inout Scope, _ sided: Bool, _ join: (Int, Int) -> Node
  ) -> Int {
    guard let first = operands.first else { return append(.number(1), varies: false) }
    var place = compile(first, &scope, sided)
    for operand in operands.dropFirst() {
      let right = compile(operand, &scope, sided)
      place = append(join(place, right), varies: varies[place] || varies[right])
    }
    return place
  }

  private mutating func unary(
    _ operand: Expression, _ scope: inout Scope, _ sided: Bool, _ join: (Int) -> Node
  ) -> Int {
    let place = compile(operand, &scope, sided)
    return append(join(place), varies: varies[place])
  }

  private mutating func nextKink(_ sided: Bool) -> Int {
    guard sided else { return -1 }
    kinkCount += 1
    return kinkCount - 1
  }
}
