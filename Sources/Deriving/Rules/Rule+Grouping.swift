// A factor that some terms have, taken out of these.

import Notation

extension Rule {
  public static let grouping = Rule(
    id: "grouping", name: "group the terms",
    statement: Equation(
      .sum([u, .negative(.product([.letter("c"), u])), v]),
      .sum([.product([.sum([1, .negative(.letter("c"))]), u]), v])),
    sentence: "What several terms have in common is written once, behind a bracket of its factors.",
    hint: "Some of the terms have a letter in common.",
    question: "How often is that letter there in all?",
    example: .sum([x, .negative(.product([.letter("c"), x])), .negative(.exp(x))]),
    mistakes: [
      Mistake(
        name: "the letter alone counts for nothing",
        advice: "A term that is the letter alone leaves a 1 in the bracket."
      ) { before, after, _ in
        guard let (base, _) = before.commonOfSome else { return nil }
        let alone = before.terms.filter { $0 == base || $0 == base.negated }
        return alone.isEmpty ? nil : .sum(of: after.terms + alone.map(\.negated))
      },
      .dropping("the other terms are lost", "Terms without the letter stay as they are.", term: 1),
    ]
  ) { expression, _ in
    guard case .sum = expression, let (base, having) = expression.commonOfSome else { return [] }
    let terms = expression.terms
    let rest = having.map { position -> Expression in
      var factors = Factors(terms[position])
      factors.remove(at: factors.list.firstIndex { $0 == Factor(base: base, exponent: 1) }!)
      return factors.expression
    }
    var result = terms.indices.filter { !having.contains($0) }.map { terms[$0] }
    result.insert(.product(of: [.sum(rest), base]), at: having[0])
    return [.sum(of: result)]
  }
}

extension Expression {
  /// The first letter that is a factor of several terms but not of all, and of which terms.
  fileprivate var commonOfSome: (base: Expression, terms: [Int])? {
    let products = terms.map { Factors($0).list }
    for factor in products.joined() {
      guard factor.exponent == 1, !factor.isConstant, case .letter = factor.base else { continue }
      let having = products.indices.filter { products[$0].contains(factor) }
      if having.count > 1, having.count < products.count { return (factor.base, having) }
    }
    return nil
  }
}
