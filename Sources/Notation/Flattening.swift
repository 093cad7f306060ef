// The flattening of an expression: children first, letters and indices bound to slots.

/// The flattening of a tree: children first, letters bound to slots.
struct Flattening {
  var nodes: [Program.Node] = []
  var kinkCount = 0
  var indices: [Index]
  var locals: [Letter] = []
  var sumDepth = 0
  let letters: [String]
  let sided: Bool
  let freeIndices: Int

  init(letters: [String], indices: [Index], sided: Bool) {
    self.letters = letters
    self.indices = indices
    self.sided = sided
    freeIndices = indices.count
  }

  mutating func append(_ expression: Expression) -> Int {
    let node = node(expression)
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func node(_ expression: Expression) -> Program.Node {
    switch expression {
    case .number(let value): return .number(value)
    case .letter(let letter): return slot(letter)
    case .sum(let terms):
      return fold(terms, empty: 0) { flattening, sum, term in
        if case .negative(let b) = term { return .difference(sum, flattening.append(b)) }
        return .sum(sum, flattening.append(term))
      }
    case .negative(let a): return .negative(append(a))
    case .product(let factors):
      return fold(factors, empty: 1) { .product($1, $0.append($2)) }
    case .quotient(let a, let b): return .quotient(append(a), append(b))
    case .power(let a, let n): return .power(append(a), n)
    case .function(let function, let a): return .function(function, append(a))
    case .max(let a, let b, let tie):
      let (first, second) = (append(a), append(b))
      return .max(first, second, tieIsSecond: tie == .second, kink: nextKink())
    case .bracket(let a, let relation, let b):
      let (left, right) = (append(a), append(b))
      return .bracket(left, relation, right, kink: nextKink())
    case .summation(let index, let excluded, let body):
      let (slot, body) = underSum(index, body)
      return .summation(index: slot, excluding: excluded.map(position) ?? -1, body)
    case .maximum(let index, let excluded, let body):
      let (slot, body) = underSum(index, body)
      return .maximum(index: slot, excluding: excluded.map(position) ?? -1, body)
    case .define(let letter, let definition, let body):
      let definition = append(definition)
      locals.append(letter)
      precondition(locals.count <= 2, "a formula defines at most two letters of its own at a time")
      let local = locals.count - 1
      let value = append(body)
      locals.removeLast()
      return .define(local: local, definition, in: value)
    case .same, .partial, .call, .raised, .index, .repeatedProduct:
      preconditionFailure("\(expression) belongs to a derivation; it is no definition")
    }
  }

  /// Operands from left to right, each joined to what came before it.
  private mutating func fold(
    _ operands: [Expression], empty: Double,
    _ join: (inout Flattening, Int, Expression) -> Program.Node
  ) -> Program.Node {
    guard let first = operands.first else { return .number(empty) }
    var node = self.node(first)
    for operand in operands.dropFirst() {
      nodes.append(node)
      node = join(&self, nodes.count - 1, operand)
    }
    return node
  }

  private func slot(_ letter: Letter) -> Program.Node {
    if let local = locals.lastIndex(of: letter) { return .local(local) }
    guard let slot = letters.firstIndex(of: letter.name) else {
      preconditionFailure("the letter \(letter) has no value; known are \(letters)")
    }
    guard let node = letter.node else { return .letter(slot: slot) }
    return .element(slot: slot, index: position(node))
  }

  private func position(_ index: Index) -> Int {
    guard let position = indices.lastIndex(of: index) else {
      preconditionFailure("the index \(index) has no value; known are \(indices)")
    }
    return position
  }

  /// The index of a sum gets a slot of its own; sums side by side share one.
  private mutating func underSum(_ index: Index, _ body: Expression) -> (Int, Int) {
    indices.append(index)
    sumDepth += 1
    precondition(sumDepth <= 2, "a formula has at most two sums inside each other")
    let body = append(body)
    sumDepth -= 1
    indices.removeLast()
    return (indices.count, body)
  }

  private mutating func nextKink() -> Int {
    guard sided else { return -1 }
    precondition(sumDepth == 0, "a kink under a sum has one side for each term")
    precondition(kinkCount < 8, "a formula has at most eight kinks")
    kinkCount += 1
    return kinkCount - 1
  }
}
