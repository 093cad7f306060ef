// Equations as the page's script reads them: each node of a formula is a list that begins with its kind.

import Notation
import WorkedExamples

/// Writes formulas for the script of a page, which evaluates them as `Program` does here: the script
/// knows the nodes of a formula and no function of a network.
///
///     2                              a number
///     ["v", 3, "i", "m"]             quantity 3 at the node i, example m; a number stands for itself
///     ["+", a, b, …]  ["*", a, b, …]  ["-", a]  ["/", a, b]  ["^", a, 2]
///     ["exp", a]                     and every other elementary function by its name
///     ["max", a, b]  [">", a, b]     the larger one; 1 or 0
///     ["sum", "i", 1, 4, excluded, a]   also "product" and "largest"; `null` excludes nothing
///     ["let", "s", a, b]  ["s"]      b, in which s stands for a
///     ["same", "i", "k"]  ["index", "i"]
struct PageTree {
  let quantities: PageQuantities

  func json(_ expression: Expression) -> JSONOutput {
    switch expression {
    case .number(let x): .number(x)
    case .letter(let letter): value(letter)
    case .partial(.letter(Letter("J")), by: let x): value(WorkedLetter.slopeOfCost(by: x))
    case .call(let function, primes: 1, .letter(let z)):
      value(WorkedLetter.slope(function, at: z))
    case .sum(let terms): node("+", terms)
    case .product(let factors): node("*", factors)
    case .negative(let a): node("-", [a])
    case .quotient(let a, let b): node("/", [a, b])
    case .raised(let a, to: let b): node("^", [a, b])
    case .power(let a, let n): .array([.string("^"), json(a), .integer(n)])
    case .function(let function, let a): node(function.rawValue, [a])
    case .max(let a, let b, _): node("max", [a, b])
    case .bracket(let a, let relation, let b): node(relation.rawValue, [a, b])
    case .summation(let index, let excluded, let a): large("sum", index, excluded, a)
    case .repeatedProduct(let index, let a): large("product", index, nil, a)
    case .maximum(let index, let excluded, let a): large("largest", index, excluded, a)
    case .define(let letter, let a, in: let b):
      .array([.string("let"), .string(letter.name), json(a), json(b)])
    case .same(let a, let b): .array([.string("same"), place(a), place(b)])
    case .index(let a): .array([.string("index"), place(a)])
    case .partial, .call: preconditionFailure("\(expression) is no number yet")
    }
  }

  private func node(_ kind: String, _ parts: [Expression]) -> JSONOutput {
    .array([.string(kind)] + parts.map(json))
  }

  private func large(
    _ kind: String, _ index: Index, _ excluded: Index?, _ body: Expression
  ) -> JSONOutput {
    let range = quantities.writing.values(of: index.range)
    return .array([
      .string(kind), .string(index.name), .integer(range.lowerBound),
      .integer(range.upperBound), excluded.map(place) ?? .null, json(body),
    ])
  }

  private func place(_ index: Index) -> JSONOutput {
    index.position.map { .integer($0) } ?? .string(index.name)
  }

  private func value(_ letter: Letter) -> JSONOutput {
    guard !quantities.isLocal(letter), let number = quantities.number(of: letter) else {
      return .array([.string(letter.name)])
    }
    var indices = letter.nodes
    if quantities.all[number].examples != nil { indices.append(letter.example ?? .m) }
    return .array([.string("v"), .integer(number)] + indices.map(place))
  }
}

extension PageTree {
  /// An equation for every node and example: `right` at each place of `left`.
  func json(_ equation: WorkedEquation, computedBy form: Expression) -> JSONOutput {
    let number = quantities.number(of: equation.left)!
    let quantity = quantities.all[number]
    var indices = zip(equation.left.nodes, quantity.sizes).map { index, size in
      JSONOutput.array([place(index), .integer(size)])
    }
    if let examples = quantity.examples {
      indices.append(.array([place(equation.left.example ?? .m), .integer(examples)]))
    }
    return .object([
      "quantity": .integer(number), "indices": .array(indices), "formula": json(form),
    ])
  }
}
