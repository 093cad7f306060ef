// The algebra behind the rules leaves values as they are: tidying, factors, like terms, indices.

import Nabla
import Testing

@testable import Deriving

@Suite("Algebra") struct AlgebraTests {
  private static let instance = RuleWorld.instance(for: .definition, outputs: 3, seed: 5)
  static let seeds = 1...(PlantedMistakeTests.isLong ? 3000 : 200)

  private static func expression(_ seed: Int) -> Expression {
    var random = RuleRandom(seed: UInt64(seed))
    return random.expression(depth: 3)
  }

  private static func expectSame(_ a: Expression, _ b: Expression, _ name: String) throws {
    guard let difference = try ruleDifference(a, b, on: instance) else { return }
    #expect(difference < 1e-10, "\(name), off by \(difference): \(a.plain) is not \(b.plain)")
  }

  @Test("tidied, expanded, collected, factored and canonical forms are equal", arguments: seeds)
  func forms(_ seed: Int) throws {
    let expression = Self.expression(seed)
    try Self.expectSame(expression, expression.tidied, "tidied")
    #expect(expression.tidied.tidied == expression.tidied, "\(expression.plain)")
    try Self.expectSame(expression, Factors(expression).expression, "factors")
    try Self.expectSame(expression, .sum(of: expression.terms), "terms")
    try Self.expectSame(expression, .sum(of: expression.expandedTerms), "expanded")
    try Self.expectSame(expression, .collecting(expression.terms), "collected")
    try Self.expectSame(expression, .collecting(expression.expandedTerms), "expanded and collected")
    try Self.expectSame(expression, expression.canonical, "canonical")
    try Self.expectSame(
      expression, expression.renamingBound(avoiding: [.i, .j, .k]), "renamed")
    #expect(expression.isSame(as: expression.renamingBound(avoiding: [.i, .j, .k])))
    let terms = expression.expandedTerms
    if let (factor, rest) = Expression.commonFactor(of: terms) {
      try Self.expectSame(
        expression, .product([factor.expression, .sum(of: rest)]), "common factor")
    }
    if let cancelled = Factors(expression).cancelled {
      try Self.expectSame(expression, cancelled.rest.expression, "cancelled")
    }
    for after in Factors(expression).distributions {
      try Self.expectSame(expression, after, "distributed")
    }
  }

  @Test("an index is replaced without capturing others", arguments: seeds)
  func substitution(_ seed: Int) throws {
    let expression = Self.expression(seed)
    let evaluation = Evaluation<Double>(Self.instance)
    for (old, new): (Index, Index) in [(.i, .k), (.k, .i), (.i, .j), (.k, Index(2, of: .outputs))] {
      let replaced = expression.substituting(old, by: new)
      for place in Self.instance.assignments(of: [.i, .j, .k]) {
        var before = place
        before.indices[old] = new.position ?? place.indices[new]!
        let (a, b) = (
          try evaluation.value(expression, before), try evaluation.value(replaced, place)
        )
        guard a.isFinite else { continue }
        #expect(
          (a - b).magnitude <= 1e-12 * max(1, a.magnitude),
          "seed \(seed), \(old) becomes \(new): \(expression.plain), \(replaced.plain)")
      }
    }
    // Both at once.
    let exchanged = expression.substituting([.i, .k], by: [.k, .i])
    for place in Self.instance.assignments(of: [.i, .k]) {
      let before = Assignment(
        [.i: place.indices[.k]!, .k: place.indices[.i]!], current: place.current)
      let (a, b) = (
        try evaluation.value(expression, before), try evaluation.value(exchanged, place)
      )
      guard a.isFinite else { continue }
      #expect(
        (a - b).magnitude <= 1e-12 * max(1, a.magnitude),
        "seed \(seed): \(expression.plain), \(exchanged.plain)")
    }
  }

  @Test("two equal sums multiplied are not one of them")
  func squareOfSum() throws {
    let (i, j) = (
      Expression.sum(over: .i, .letter("u", .i)), Expression.sum(over: .j, .letter("u", .j))
    )
    for terms in [[i * i, -i], [i * j, -i], [i * j, i * i]] {
      try Self.expectSame(.sum(terms), .collecting(terms), "collected")
    }
  }

  @Test("a sum over an index that the derivative is by")
  func ownIndex() throws {
    let sum = Expression.sum(over: .k, .power(.letter("x", .k), 3))
    let whole = Expression.partial(sum, by: Letter("x", node: .k))
    var chain = Chain(whole, context: RuleContext())
    try chain.differentiate()
    try Self.expectSame(whole, chain.right, "derivative")
    #expect(chain.right == 3 * .power(.letter("x", .k), 2))
  }
}
